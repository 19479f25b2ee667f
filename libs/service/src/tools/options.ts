import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/**
 * The options that a command for the terminal was given. With others it ends with 1, and says what is wrong and how it is used.
 */
export function optionsOr<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(1);
  }
}
