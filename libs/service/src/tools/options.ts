import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** What a command for the terminal was given. With anything else it ends with 1, and says what is wrong and how it is used. */
export function argumentsOr<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return endWith(usage, error instanceof Error ? error.message : String(error));
  }
}

/** The options that a command for the terminal was given, which takes nothing else. */
export const optionsOr = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) => argumentsOr(usage, { options }).values;

/** Says what is wrong and how the command is used. */
export function endWith(usage: string, wrong: string): never {
  process.stderr.write(`${wrong}\n\n${usage}`);
  process.exit(1);
}
