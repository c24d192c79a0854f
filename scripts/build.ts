import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';

await runCommand(async () => {
  const start = performance.now();
  const settings = readSettings(process.env);
  await buildSite(settings, settings.day ?? today(), console.log);
  console.log(`Built ${settings.outDir} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return 0;
});
