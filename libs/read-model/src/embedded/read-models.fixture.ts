import { afterEach } from '@jest/globals';
import { pageEventsMax } from '@roadbook/event-store';
import type { EventStore } from '@roadbook/event-store';
import type { Projection } from '../projection.js';
import { sample } from '../sample/accounts.fixture.js';
import { plainFold } from '../sample/plain-fold.fixture.js';
import type { Rows } from '../sample/plain-fold.fixture.js';
import { EmbeddedReadModel } from './embedded-read-model.js';
import { Folder } from './folder.js';
import { Snapshot } from './snapshot.js';

/** Makes read models that try again at once, and stops them after the test. */
export function readModels() {
  const started: EmbeddedReadModel[] = [];
  afterEach(async () => {
    for (const readModel of started.splice(0)) await readModel.stop();
  });
  return (folder: string, events: EventStore, projections: readonly Projection[] = sample) => {
    const retryDelays = { firstMs: 1, mostMs: 5 };
    const readModel = new EmbeddedReadModel({ folder, events, projections, retryDelays });
    started.push(readModel);
    return readModel;
  };
}

/** All rows of the generation that is appointed in a folder, by projection. */
export async function servedRows(
  folder: string,
  projections: readonly Projection[] = sample,
): Promise<Record<string, Rows>> {
  const files = new Folder(folder);
  const snapshot = new Snapshot(files.file(files.current!));
  const found: Record<string, Rows> = {};
  for (const projection of projections) {
    const rows: [string, object][] = [];
    for await (const { key, text } of snapshot.rows(projection))
      rows.push([key, (JSON.parse(text) as [string, object, unknown])[1]]);
    found[projection.name] = rows;
  }
  snapshot.close();
  return found;
}

/** What the rows have to be, by a plain fold of all events. */
export async function plainRows(
  events: EventStore,
  projections: readonly Projection[] = sample,
): Promise<Record<string, Rows>> {
  const { events: all } = await events.readAll({ limit: pageEventsMax });
  return Object.fromEntries(projections.map((one) => [one.name, plainFold(one, all)]));
}

/** Fails about the nth event that it is given, counted over all versions of the rows. */
export function failingAtEvent(whole: Projection, nth: number): Projection {
  let given = 0;
  return {
    ...whole,
    keyOf: (event) => {
      given += 1;
      if (given === nth) throw new Error('broken');
      return whole.keyOf(event);
    },
  };
}
