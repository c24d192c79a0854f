import { once } from 'node:events';
import { createServer } from 'node:net';
import { startServer } from '../api/server.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { inputsHash, isBuilt } from './build-inputs.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';

await runCommand(async () => {
  const settings = readSettings(process.env);
  const day = settings.day ?? today();
  await requireFreePort(settings);
  if (!(await isBuilt(settings.outDir, await inputsHash(settings, day)))) {
    await buildSite(settings, day, console.log);
  }
  const server = await startServer(settings).catch(portTold(settings));
  const stop = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.resolve());
  console.log(`Model Tracker answers on ${server.address} (Ctrl+C stops it).`);
  await stop.promise;
  await server.stop();
  return 0;
});

/** Listens for a moment, so that nobody waits for a build that could not be served. @throws when the port is taken. */
async function requireFreePort(settings: Settings): Promise<void> {
  const probe = createServer().listen(settings.port, settings.host);
  await once(probe, 'listening').catch(portTold(settings));
  probe.close();
  await once(probe, 'close');
}

/** Tells of a port that is taken in a sentence. */
function portTold({ port }: Settings): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new Error(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=4400 npm start`,
      { cause },
    );
  };
}
