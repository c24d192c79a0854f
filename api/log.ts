const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof levels)[number];

/** Writes one line of JSON if its level is wanted. */
export type Log = (level: Exclude<LogLevel, 'silent'>, fields: Record<string, unknown>) => void;

/** A log of the wanted level and those above it. */
export function createLog(wanted: LogLevel, write: (line: string) => void): Log {
  return (level, fields) => {
    if (levels.indexOf(level) < levels.indexOf(wanted)) return;
    write(JSON.stringify({ time: new Date().toISOString(), level, ...fields }));
  };
}

/**
 * Gathers the lines of one turn of the event loop and writes them at once, since each write is a call
 * of the system. What is gathered when the process ends is written then.
 */
export function lineWriter(write: (lines: string) => void): (line: string) => void {
  let gathered = '';
  const flush = () => {
    if (gathered !== '') write(gathered);
    gathered = '';
  };
  process.once('exit', flush);
  return (line) => {
    if (gathered === '') setImmediate(flush);
    gathered += `${line}\n`;
  };
}
