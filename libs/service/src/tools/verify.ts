import { existsSync } from 'node:fs';
import { verify } from '@roadbook/event-store';
import type { Misfit } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { filesOf } from '../files.js';
import type { RowsOfServices } from '../service.js';
import { configurationOfFiles } from './files-of-this-machine.js';
import { missingEvents } from './missing-events.js';
import { optionsOr } from './options.js';

const usage = `Walks all events and names the first one that was changed, removed, reordered or inserted; ends with 1 when there is one.

  npm run verify

That the newest events are missing shows by the rows that were made of them. Only a copy kept elsewhere shows it where the rows were
removed or made anew too, and that all events were written anew from some event on.
`;

const named = ({ position, stream, revision, id, wrong }: Misfit): string =>
  `event ${id} (position ${String(position)}, stream ${stream}, revision ${String(revision)}): ${wrong}`;

async function verifyAll(file: string): Promise<boolean> {
  const store = SqliteEventStore.openForReading(file);
  try {
    const { events, streams, inStream, inOrder } = await verify(store);
    const misfits = [...new Set([inStream, inOrder].flatMap((one) => (one ? [named(one)] : [])))];
    for (const misfit of misfits) process.stdout.write(`does not fit: ${misfit}\n`);
    const read = `${String(events)} events in ${String(streams)} streams`;
    process.stdout.write(
      misfits.length > 0
        ? `the log was changed; ${read} could be read\n`
        : `${read} read: every event fits\n`,
    );
    return misfits.length === 0;
  } finally {
    await store.close();
  }
}

/** The command `npm run verify`: exit code 1 where an event does not fit, or the newest are missing. */
export async function verifyServices(services: RowsOfServices): Promise<void> {
  optionsOr(usage, {});
  const { dataFolder } = configurationOfFiles();
  for (const { name } of services) {
    const files = filesOf(name, dataFolder);
    process.stdout.write(`${name}\n`);
    if (!existsSync(files.events))
      process.stdout.write(`there are no events yet in ${files.folder}\n`);
    else if (!(await verifyAll(files.events))) process.exitCode = 1;
    const missing = await missingEvents(files);
    if (missing === undefined) continue;
    process.stdout.write(`${missing}\n`);
    process.exitCode = 1;
  }
}
