import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { entryOf } from './entry.js';
import type { Entry } from './entry.js';
import type { LogFormat, LogLevel } from './levels.js';
import { textLine } from './text-line.js';
import { withhold } from './withhold.js';

export interface LogOutput {
  readonly isTTY?: boolean;
  write(line: string): unknown;
}

export interface LoggerOptions {
  readonly level?: LogLevel;
  /** Unless given, text where people look at a terminal, and JSON lines everywhere else. */
  readonly format?: LogFormat;
  readonly output?: LogOutput;
}

/** Where Nest tells each module and route at every start; that is for whoever looks for an error there. */
const framework: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger on pino: a line an entry, with what is secret withheld. */
export function createLogger(options: LoggerOptions = {}): LoggerService {
  const { level = 'info', output = process.stdout } = options;
  const { format = output.isTTY ? 'text' : 'json' } = options;
  const lines = pino(
    {
      level,
      base: undefined,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    format === 'json' ? output : textOutput(output),
  );
  const write =
    (at: LogLevel) =>
    (message: unknown, ...rest: unknown[]) => {
      if (!lines.isLevelEnabled(at)) return;
      const entry = entryOf(message, rest);
      const isChatter = at === 'info' && framework.has(entry.context);
      lines[isChatter ? 'debug' : at](withhold(entry));
    };
  return {
    fatal: write('fatal'),
    error: write('error'),
    warn: write('warn'),
    log: write('info'),
    debug: write('debug'),
    verbose: write('trace'),
  };
}

function textOutput(output: LogOutput): LogOutput {
  const coloured = output.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    write(line) {
      const { level, time, ...entry } = JSON.parse(line) as Entry & {
        level: LogLevel;
        time: string;
      };
      output.write(textLine(level, time, entry, coloured));
    },
  };
}
