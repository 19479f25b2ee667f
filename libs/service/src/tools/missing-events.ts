import { existsSync } from 'node:fs';
import { start } from '@roadbook/event-store';
import { CannotOpenFile, SqliteEventStore } from '@roadbook/event-store/embedded';
import { servedPosition } from '@roadbook/read-model/embedded';

/**
 * What is missing, as a sentence, where the events end before the rows that were made of them; `undefined` where they don't. Rows are
 * made of events that are durable, so that they are ahead only of a log whose end was taken away.
 */
export async function missingEvents(files: {
  readonly events: string;
  readonly readModel: string;
}): Promise<string | undefined> {
  const rowsMadeUpTo = servedPosition(files.readModel) ?? start;
  const endAt = existsSync(files.events) ? await headOf(files.events) : start;
  if (endAt >= rowsMadeUpTo) return undefined;
  return (
    `the newest events are missing: ${endAt === start ? 'there are none' : `they end at position ${String(endAt)}`}, ` +
    `and rows were made of events up to position ${String(rowsMadeUpTo)}. ` +
    'They were removed, or the file was restored from an older copy: put the newest copy back. ' +
    'If they are gone for good, `npm run rebuild` makes the rows of what is left, and the service starts again'
  );
}

async function headOf(file: string): Promise<number> {
  const store = SqliteEventStore.openForReading(file);
  try {
    return await store.head();
  } finally {
    await store.close();
  }
}

/** @throws CannotOpenFile where the newest events of a service are missing */
export async function refuseMissingEvents(
  files: Parameters<typeof missingEvents>[0],
): Promise<void> {
  const missing = await missingEvents(files);
  if (missing !== undefined) throw new CannotOpenFile(missing);
}
