import type { Environment } from '@roadbook/decider';
import { Counts } from '../counts.js';
import { Random } from '../random.js';
import type { Book } from '../simulator/book.js';
import { World } from '../simulator/world.js';
import type { Snapshot } from '../simulator/world.js';
import { helpful } from './helpful.js';
import { Moment } from './moment.js';

/** What has to be so of a release. */
export type Reached = (book: Book, version: string) => boolean;

export const passed =
  (environment: Environment): Reached =>
  (book, version) => {
    const release = book.release(version);
    if (release.situation === 'unplanned') return false;
    return release.candidate?.attempts[environment]?.outcome === 'passed';
  };

export const isLive: Reached = (book, version) => {
  const release = book.release(version);
  return release.situation === 'planned' && release.stage === 'live';
};

const attemptsMax = 100;
const commandsMax = 200;

/** Helpful commands one after the other, until it is reached; with other luck where it was not. */
export function begun(from: Snapshot, version: string, reached: Reached): Snapshot {
  for (let seed = 1; seed <= attemptsMax; seed += 1) {
    const random = new Random(seed);
    const world = new World(random, new Counts(), from);
    for (let command = 0; command < commandsMax; command += 1) {
      const moment = new Moment(world.book, world.now, random, () => seed * commandsMax + command);
      const act = helpful(moment, version);
      if (act) world.give(act);
      world.settle();
      world.advance(5000);
      if (reached(world.book, version)) return world.snapshot();
    }
  }
  throw new Error(`no opening with ${version} was reached`);
}
