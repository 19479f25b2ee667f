import { existsSync } from 'node:fs';
import { verify } from '@roadbook/event-store';
import type { Misfit } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { readConfiguration } from '@roadbook/process';
import { filesIn } from '../release.module.js';

/** Walks all events and names the first one that doesn't fit. Ends with 1 when there is one. */
const { dataFolder } = readConfiguration();
const { events: file } = filesIn(dataFolder);

const named = ({ position, stream, revision, id, wrong }: Misfit): string =>
  `event ${id} (position ${String(position)}, stream ${stream}, revision ${String(revision)}): ${wrong}`;

async function verifyAll(): Promise<boolean> {
  const store = SqliteEventStore.openForReading(file);
  try {
    const { events, streams, inStream, inOrder } = await verify(store);
    const misfits = [...new Set([inStream, inOrder].flatMap((one) => (one ? [named(one)] : [])))];
    for (const misfit of misfits) process.stdout.write(`does not fit: ${misfit}\n`);
    process.stdout.write(
      `${String(events)} events in ${String(streams)} streams read: ${misfits.length > 0 ? 'the log was changed' : 'every event fits'}\n`,
    );
    return misfits.length === 0;
  } finally {
    await store.close();
  }
}

if (existsSync(file)) process.exitCode = (await verifyAll()) ? 0 : 1;
else process.stdout.write(`there are no events yet in ${dataFolder}\n`);
