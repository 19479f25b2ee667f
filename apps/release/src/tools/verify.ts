import { existsSync } from 'node:fs';
import { verify } from '@roadbook/event-store';
import type { Misfit } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { readConfiguration } from '@roadbook/process';
import { missingEvents } from './missing-events.js';
import { filesIn } from '../files.js';
import { optionsOr } from './options.js';

const usage = `Walks all events and names the first one that was changed, removed, reordered or inserted; ends with 1 when there is one.

  npm run verify

That the newest events are missing shows by the rows that were made of them. Only a copy kept elsewhere shows it where the rows were
removed or made anew too, and that all events were written anew from some event on.
`;

optionsOr(usage, {});
const { dataFolder } = readConfiguration();
const files = filesIn(dataFolder);
const { events: file } = files;

const named = ({ position, stream, revision, id, wrong }: Misfit): string =>
  `event ${id} (position ${String(position)}, stream ${stream}, revision ${String(revision)}): ${wrong}`;

async function verifyAll(): Promise<boolean> {
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

if (existsSync(file)) process.exitCode = (await verifyAll()) ? 0 : 1;
else process.stdout.write(`there are no events yet in ${dataFolder}\n`);

const missing = await missingEvents(files);
if (missing !== undefined) {
  process.stdout.write(`${missing}\n`);
  process.exitCode = 1;
}
