import { start, verify } from '@roadbook/event-store';
import type { Misfit } from '@roadbook/event-store';
import { readConfiguration } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { servedPosition } from '@roadbook/read-model/embedded';
import { filesOf } from '../files.js';
import type { RowsOfServices } from '../service.js';
import { inTerminal } from './in-terminal.js';
import { missingEvents } from './missing-events.js';
import { openEvents } from './opened-events.js';
import type { OpenedEvents } from './opened-events.js';
import { optionsOr } from './options.js';
import { tellProgress } from './progress.js';

const usage = `Walks all events and names the first one that was changed, removed, reordered or inserted; ends with 1 when there is one, and where a
file of events is damaged.

  npm run verify

That the newest events are missing shows by the rows that were made of them. Only a copy kept elsewhere shows it where the rows were
removed or made anew too, and that all events were written anew from some event on.

With EVENTSTOREDB_URL and KAFKA_BROKERS set it walks the events on the server, each stream by itself, and compares them with the rows in
ROADBOOK_DATA, where there are some.
`;

const unsealedOrder = `each stream was walked by itself, as a server seals no order over all streams: a stream that was removed whole, or whose last events were
cut off, shows only where these were the newest events of its service and ROADBOOK_DATA has rows of them
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

const damaged = (file: string, damage: string): string =>
  `${file} is damaged: ${damage}. Stop the service. If every event fits, only an index is, which sqlite3 '${file}' REINDEX may mend; ` +
  'if it is found again afterwards, or an event does not fit, put the newest copy back';

const named = ({ position, stream, revision, id, wrong }: Misfit): string =>
  `event ${id} (position ${String(position)}, stream ${stream}, revision ${String(revision)}): ${wrong}`;

/** False where an event does not fit. */
async function walk({ store }: OpenedEvents, none: string): Promise<boolean> {
  const begunMs = Date.now();
  const { events, streams, inStream, inOrder } = await verify(store, (read) => {
    const seconds = Math.max(Date.now() - begunMs, 1) / 1_000;
    tellProgress(`${String(read)} events, ${String(Math.round(read / seconds))} a second`);
  });
  const misfits = [...new Set([inStream, inOrder].flatMap((one) => (one ? [named(one)] : [])))];
  for (const misfit of misfits) say(`does not fit: ${misfit}`);
  const read = `${String(events)} events in ${String(streams)} streams`;
  if (misfits.length > 0) say(`the log was changed; ${read} could be read`);
  else say(events === 0 ? none : `${read} read: every event fits`);
  return misfits.length === 0;
}

/** False where an event of the service does not fit, the newest are missing, or their file is damaged. */
async function verifyService(name: string, configuration: Configuration): Promise<boolean> {
  const { engines, dataFolder } = configuration;
  const files = filesOf(name, dataFolder);
  const none =
    engines.mode === 'embedded'
      ? `there are no events yet in ${files.folder}`
      : `there are no events yet in streams ${engines.eventStorePrefix ?? ''}${name}/… of the event store`;
  const rowsMadeUpTo = servedPosition(files.readModel);
  const opened = await openEvents(name, configuration);
  let fits = true;
  let damage: string | undefined;
  let endAt = start;
  if (opened)
    try {
      damage = await opened.store.damage?.();
      if (damage !== undefined) say(damaged(files.events, damage));
      fits = await walk(opened, none);
      endAt = await opened.store.head();
    } finally {
      await opened.close();
    }
  else say(none);
  const missing = missingEvents(rowsMadeUpTo, endAt, engines.mode);
  if (missing !== undefined) say(missing);
  return fits && damage === undefined && missing === undefined;
}

/** The command `npm run verify`: exit code 1 where an event does not fit, the newest are missing, or a file is damaged. */
export async function verifyServices(services: RowsOfServices): Promise<void> {
  optionsOr(usage, {});
  await inTerminal(async () => {
    const configuration = readConfiguration();
    for (const { name } of services) {
      say(name);
      await inTerminal(async () => {
        if (!(await verifyService(name, configuration))) process.exitCode = 1;
      });
    }
    if (configuration.engines.mode === 'servers') process.stdout.write(unsealedOrder);
  });
}
