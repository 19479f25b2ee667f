/** The limit of a rebuild, in a process of its own: reads every event in pages, and parses it. */
import { DatabaseSync } from '@photostructure/sqlite';
import { performance } from 'node:perf_hooks';
import { filesOf } from '@roadbook/service/tools';
import { tell } from './once.js';

const pageEvents = 1000;
const [, , dataFolder = ''] = process.argv;
const db = new DatabaseSync(filesOf('release', dataFolder).events, { readOnly: true });
db.exec('PRAGMA cache_size = -16384');
const page = db.prepare(
  `SELECT position, stream, revision, id, type, schema_version, recorded_at, occurred_at, actor, role,
     command_id, correlation_id, causation_id, hash, data
   FROM events WHERE position > ? ORDER BY position LIMIT ${pageEvents}`,
  { returnArrays: true },
);

let events = 0;
let position = -1;
let members = 0;
const startMs = performance.now();
for (;;) {
  const rows = page.all(position) as unknown[][];
  for (const row of rows) {
    // Something has to be done with it, or it might not be done at all.
    members += Object.keys(JSON.parse(String(row[14])) as object).length;
    position = Number(row[0]);
  }
  events += rows.length;
  if (rows.length < pageEvents) break;
}
const seconds = (performance.now() - startMs) / 1000;
db.close();

tell({ events, seconds, digest: String(members) });
