// Preloaded (`node --import`) into a built service or rebuild that a test wants to die: the n-th time that it passes a named point, it
// says so on stderr and ends by SIGKILL. With a victim it kills that process instead, and goes on. Wraps what the build has made, so
// production code knows nothing of it.
//   ROADBOOK_TEST_FAILPOINT=before-commit:17
//   ROADBOOK_TEST_VICTIM=4711
import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [name = '', times = '1'] = (process.env.ROADBOOK_TEST_FAILPOINT ?? '').split(':');
const victim = Number(process.env.ROADBOOK_TEST_VICTIM ?? process.pid);
const stderr = 2;
let left = Number(times);

/** @param {string} point */
function pass(point) {
  if (point !== name) return;
  left -= 1;
  if (left !== 0) return;
  writeSync(stderr, `reached ${name}\n`);
  process.kill(victim, 'SIGKILL');
}

/** @typedef {(...args: unknown[]) => unknown} Method */

/**
 * Puts something around a method. One that is not there any more is an error: nothing would ever die there.
 * @param {object} owner
 * @param {string} method
 * @param {(original: Method, args: unknown[]) => unknown} wrapped
 */
function around(owner, method, wrapped) {
  if (!(method in owner)) throw new Error(`there is no ${method} to put a failpoint into`);
  const original = /** @type {Method} */ (Reflect.get(owner, method));
  /** @this {unknown} @param {unknown[]} args */
  function replacement(...args) {
    return wrapped((...given) => Reflect.apply(original, this, given), args);
  }
  Reflect.set(owner, method, replacement);
}

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
const built = (file) => import(pathToFileURL(join(import.meta.dirname, '../../dist', file)).href);

const { SqliteEventStore } = /** @type {typeof import('@roadbook/event-store/embedded')} */ (
  await built('libs/event-store/src/embedded/index.js')
);
around(SqliteEventStore, 'open', (open, [path]) => open(path, { failpoint: pass }));

// What was decided stands; its answer is neither kept nor sent yet.
const { EmbeddedIdempotencyStore } = /** @type {typeof import('@roadbook/http/embedded')} */ (
  await built('libs/http/src/embedded/index.js')
);
around(EmbeddedIdempotencyStore.prototype, 'complete', (complete, args) => {
  pass('before-answer');
  return complete(...args);
});

const claims = ['ClaimEnvironment', 'ClaimRollback'];
const { Deciding } = /** @type {typeof import('../../apps/release/src/commands/deciding.js')} */ (
  await built('apps/release/src/commands/deciding.js')
);
around(Deciding.prototype, 'onRoad', async (onRoad, args) => {
  const outcome = /** @type {import('@roadbook/decisions').Outcome} */ (await onRoad(...args));
  const { type } = /** @type {{ type: string }} */ (args[1]);
  const isNew = 'events' in outcome && outcome.events.length > 0;
  if (claims.includes(type) && isNew) pass('between-claim-and-start');
  return outcome;
});

const { projections } =
  /** @type {typeof import('../../apps/release/src/projections/index.js')} */ (
    await built('apps/release/src/projections/index.js')
  );
for (const projection of projections)
  around(projection, 'apply', (apply, args) => {
    pass('inside-projection');
    return apply(...args);
  });
