import { nothingYet } from '../simulator/world.js';
import type { Snapshot } from '../simulator/world.js';
import { begun, isLive, passed } from './begun.js';

/** Where a sequence begins: what was there before its first command, and the versions that it is about. */
export interface Opening {
  readonly name: string;
  readonly versions: readonly [string, ...string[]];
  readonly snapshot: Snapshot;
}

/**
 * Sixty commands take one release to production. What only comes after that, such as a hotfix or going back to the version before, begins
 * where helpful commands have brought a project, by the same deciders.
 */
export function openings(): readonly [Opening, ...Opening[]] {
  const staged = begun(nothingYet, '1.0.0', passed('staging'));
  const live = begun(staged, '1.0.0', isLive);
  const followed = begun(live, '1.1.0', passed('staging'));
  const patched = begun(live, '1.0.1', passed('staging'));
  const both = begun(followed, '1.1.0', isLive);
  const third = begun(both, '1.1.1', passed('staging'));
  return [
    opening('nothing', ['1.0.0', '1.1.0-rc.1', '1.1.0'], nothingYet),
    opening('a first release in staging', ['1.0.0', '1.1.0', '2.0.0'], staged),
    opening('a first release', ['1.0.1', '1.1.0', '1.0.0'], live),
    opening('a second one in staging', ['1.1.0', '1.0.1', '1.0.0'], followed),
    opening('a hotfix in staging', ['1.0.1', '1.1.0', '1.0.0'], patched),
    opening('two releases and a hotfix in staging', ['1.1.1', '1.1.0', '1.0.0'], third),
  ];
}

const opening = (
  name: string,
  versions: readonly [string, ...string[]],
  snapshot: Snapshot,
): Opening => ({ name, versions, snapshot });
