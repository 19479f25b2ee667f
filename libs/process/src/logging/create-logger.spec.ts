import { Logger } from '@nestjs/common';
import { createLogger } from './create-logger.js';
import type { LoggerOptions } from './create-logger.js';

function logging(options: LoggerOptions = {}) {
  const lines: string[] = [];
  const output = { isTTY: false, ...options.output, write: (line: string) => lines.push(line) };
  return { lines, logger: createLogger({ ...options, output }) };
}

describe('the logger', () => {
  it('writes a JSON object a line, with level, time, context and message', () => {
    const { lines, logger } = logging();
    logger.warn('slow', { ms: 12 }, 'Service');
    expect(lines).toHaveLength(1);
    const { time, ...entry } = JSON.parse(lines[0]!);
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(entry).toStrictEqual({ level: 'warn', ms: 12, context: 'Service', message: 'slow' });
    expect(lines[0]!.endsWith('}\n')).toBe(true);
  });

  it('leaves out what is below its level', () => {
    const { lines, logger } = logging({ level: 'warn' });
    logger.log('started');
    logger.debug?.('details');
    expect(lines).toStrictEqual([]);
  });

  it('keeps what Nest tells at every start for those who look for an error', () => {
    const { lines, logger } = logging();
    logger.log('Mapped {/health, GET} route', 'RouterExplorer');
    expect(lines).toStrictEqual([]);
    logger.error('broken', 'RouterExplorer');
    expect(lines).toHaveLength(1);
  });

  it('writes short lines where people look at a terminal', () => {
    const { lines, logger } = logging({ format: 'text' });
    logger.log('started', 'Service');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d INFO {2}\[Service\] started\n$/);
  });

  it('never writes an authorization header', () => {
    const { lines, logger } = logging();
    logger.error('refused', { authorization: 'Bearer abc' });
    expect(lines[0]).not.toContain('Bearer abc');
  });

  it('serves behind the logger of Nest', () => {
    const { lines, logger } = logging();
    Logger.overrideLogger(logger);
    new Logger('Module').error('it broke', new Error('inside').stack);
    Logger.overrideLogger(false);
    const { level, context, message, error } = JSON.parse(lines[0]!);
    expect({ level, context, message }).toStrictEqual({
      level: 'error',
      context: 'Module',
      message: 'it broke',
    });
    expect(error.stack).toContain('Error: inside');
  });
});
