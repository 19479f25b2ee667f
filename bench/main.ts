import { availableParallelism, cpus, loadavg, release, type } from 'node:os';
import { commands } from './commands/commands.js';
import { inNewFolder } from './folders.js';
import { makeHistory } from './history/history.js';
import { kafka } from './kafka/kafka.js';
import { messages } from './messages/messages.js';
import { readOptions, usage } from './options.js';
import type { Options } from './options.js';
import { rebuild } from './rebuild/rebuild.js';
import { DoesNotAddUp } from './rounds.js';
import { search } from './search/search.js';
import { start } from './start/start.js';

/** Standard output has the tables alone. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n\n`);

async function run(options: Options): Promise<void> {
  const { wanted, events } = options;
  print(machine());
  if (wanted.includes('commands')) print(await commands(options, say));
  if (wanted.includes('rebuild') || wanted.includes('start'))
    await inNewFolder(async (folder) => {
      const history = await makeHistory(folder, events, say);
      if (wanted.includes('rebuild')) print(await rebuild(history, options, say));
      if (wanted.includes('start')) print(await start(history, folder, options, say));
    });
  if (wanted.includes('messages')) print(await messages(options, say));
  if (wanted.includes('kafka')) print(await kafka(options, say));
  if (wanted.includes('search')) print(await search(options, say));
  print(loadNow());
}

const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} of them; ${type()} ${release()}; Node.js ${process.version}. ${loadNow()}`;

/** What else runs on the machine takes part in every figure. */
const loadNow = (): string => `Load average: ${(loadavg()[0] ?? 0).toFixed(1)}.`;

function explained(error: unknown): string {
  if (error instanceof DoesNotAddUp)
    return `no speed, because it does not add up: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function optionsOrUsage(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 1;
    return undefined;
  }
}

// Ends as a process does that came to its end: servers and folders are not left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  const options = optionsOrUsage();
  if (options) await run(options);
} catch (error) {
  say(explained(error));
  process.exitCode = 1;
}
