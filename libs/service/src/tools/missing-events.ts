import { existsSync } from 'node:fs';
import { start } from '@roadbook/event-store';
import type { Position } from '@roadbook/event-store';
import { CannotOpenFile, SqliteEventStore } from '@roadbook/event-store/embedded';
import type { EngineSettings } from '@roadbook/process';
import { servedPosition } from '@roadbook/read-model/embedded';

const remedies: Readonly<Record<EngineSettings['mode'], string>> = {
  embedded:
    'They were removed, or the file was restored from an older copy: put the newest copy back. ' +
    'If they are gone for good, `npm run rebuild` makes the rows of what is left, and the service starts again',
  servers:
    'They were removed, or the server was restored from an older backup: restore the newest one. ' +
    'If they are gone for good, `npm run rebuild` makes the rows of what is left, in the folder of each replica',
};

/**
 * What is missing, as a sentence, where the events end before the rows that were made of them; `undefined` where they don't. Rows are
 * made of events that are durable, so that they are ahead only of a log whose end was taken away.
 * @param rowsMadeUpTo asked for before `endAt`, so that a running service is never ahead of itself
 */
export function missingEvents(
  rowsMadeUpTo: Position | undefined,
  endAt: Position,
  mode: EngineSettings['mode'],
): string | undefined {
  if (rowsMadeUpTo === undefined || endAt >= rowsMadeUpTo) return undefined;
  return (
    `the newest events are missing: ${endAt === start ? 'there are none' : `they end at position ${String(endAt)}`}, ` +
    `and rows were made of events up to position ${String(rowsMadeUpTo)}. ${remedies[mode]}`
  );
}

/** @throws CannotOpenFile where the newest events of a service are missing in its file */
export async function refuseMissingEvents(files: {
  readonly events: string;
  readonly readModel: string;
}): Promise<void> {
  const rowsMadeUpTo = servedPosition(files.readModel);
  const endAt = existsSync(files.events) ? await headOf(files.events) : start;
  const missing = missingEvents(rowsMadeUpTo, endAt, 'embedded');
  if (missing !== undefined) throw new CannotOpenFile(missing);
}

async function headOf(file: string): Promise<Position> {
  const store = SqliteEventStore.openForReading(file);
  try {
    return await store.head();
  } finally {
    await store.close();
  }
}
