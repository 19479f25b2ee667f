import { readConfiguration } from '@roadbook/process';
import { eventsOf, inTerminal } from '@roadbook/service/tools';
import { compareEntries } from './compared.js';
import type { Called } from './called-for.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const named = ({ project, happening, event }: Called) => `${project}: ${happening}, event ${event}`;

/** How many of them are named; the rest is counted. */
const namedMax = 20;

function list(what: string, found: readonly Called[]): void {
  say(`${String(found.length)} ${what}`);
  for (const one of found.slice(0, namedMax)) say(`  ${named(one)}`);
}

/**
 * The command `npm run entries`: counts the entries of the knowledge base, and compares each with the event that calls for it, with the
 * services running or not, in files or on a server. Exit code 1 where one is missing or too many.
 */
await inTerminal(async () => {
  const configuration = readConfiguration();
  const { calledFor, told, written, missing, more } = await compareEntries((service) =>
    eventsOf(service, configuration),
  );
  for (const [happening, count] of [...calledFor].sort())
    say(`${happening.padEnd(28)} ${String(count).padStart(6)} called for`);
  say(`${String(told)} entries tell of these, ${String(written)} more were written by somebody`);
  list('missing', missing);
  list('too many', more);
  if (missing.length + more.length > 0) process.exitCode = 1;
});
