/** The other side of `ThreadedReader`: a thread that reads rows of the file while events are made of earlier ones. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Position } from '../events.js';
import { openReadable } from './files.js';
import type { PageRows } from './page-rows.js';
import { Reader } from './reader.js';
import { storeUnavailable } from './sqlite-errors.js';

/** The page behind a position, or nothing any more. */
export type Asked = Position | 'end';

/** Errors lose what they are on their way to another thread, so only the sentence is sent. */
export type Answer = { readonly page: PageRows } | { readonly failure: string };

const db = openReadable(workerData as string);
const reader = new Reader(db);

parentPort?.on('message', (asked: Asked) => {
  if (asked === 'end') end();
  else parentPort?.postMessage(answer(asked));
});

/** By itself, when it is at no page: a thread that is ended from outside within the database takes the process along. */
function end(): void {
  db.close();
  parentPort?.close();
}

function answer(after: Position): Answer {
  try {
    return { page: reader.rows({ after }) };
  } catch (error) {
    return { failure: storeUnavailable(error).message };
  }
}
