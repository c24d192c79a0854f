import { startServer } from '../api/server.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { inputsHash, isBuilt } from './build-inputs.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';

await runCommand(async () => {
  const settings = readSettings(process.env);
  const day = settings.day ?? today();
  if (!(await isBuilt(settings.outDir, await inputsHash(settings, day)))) {
    await buildSite(settings, day, console.log);
  }
  const server = await startServer(settings).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new Error(
      `Port ${settings.port} is taken. Stop what uses it, or choose another: PORT=4400 npm start`,
      { cause },
    );
  });
  const stop = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.resolve());
  console.log(`Model Tracker answers on ${server.address} (Ctrl+C stops it).`);
  await stop.promise;
  await server.stop();
  return 0;
});
