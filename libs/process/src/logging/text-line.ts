import type { Entry } from './entry.js';
import type { LogLevel } from './levels.js';

const colours: Record<LogLevel, number> = {
  fatal: 31,
  error: 31,
  warn: 33,
  info: 32,
  debug: 36,
  trace: 90,
};

/** One entry as people read it: `12:03:11 WARN  [Service] message {"field":1}`, then the stack. */
export function textLine(level: LogLevel, time: string, entry: Entry, coloured: boolean): string {
  const { message, context, error, ...fields } = entry;
  const label = level.toUpperCase().padEnd(5);
  const parts = [
    time.slice(11, 19),
    coloured ? `\u001b[${colours[level]}m${label}\u001b[39m` : label,
    ...(context === undefined ? [] : [`[${context}]`]),
    message,
    ...(Object.keys(fields).length === 0 ? [] : [JSON.stringify(fields)]),
  ];
  return [parts.join(' '), ...(error?.stack === undefined ? [] : [error.stack])].join('\n') + '\n';
}
