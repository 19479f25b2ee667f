import type { ReleaseKind } from '../../../apps/release/src/domain/environments.js';
import { Counts } from '../counts.js';
import type { Fact } from '../fact.js';
import { begun, isLive } from '../generator/begun.js';
import type { Reached } from '../generator/begun.js';
import { planRelease, ticketPool } from '../generator/orders.js';
import { Random } from '../random.js';
import { nothingYet, World } from '../simulator/world.js';
import type { Snapshot } from '../simulator/world.js';

/**
 * A history without fault that has something of everything: 1.0.0 and 1.1.0 went live one after the other, then the hotfix 1.1.1, which
 * was rolled back. Every gate applied to 1.1.0.
 */
export function faultless(): readonly Fact[] {
  const first = begun(nothingYet, '1.0.0', isLive);
  const second = begun(planned(first, '1.1.0', 'standard'), '1.1.0', isLive);
  const hotfix = begun(planned(second, '1.1.1', 'hotfix'), '1.1.1', isLive);
  return begun(hotfix, '1.1.1', isRolledBack).book.facts;
}

export const first = 'release@1.0.0';
export const second = 'release@1.1.0';
export const hotfix = 'release@1.1.1';

function planned(from: Snapshot, version: string, kind: ReleaseKind): Snapshot {
  const world = new World(new Random(1), new Counts(), from);
  const command = planRelease(version, kind, false, ticketPool);
  world.give({ wish: { of: 'release', version, command }, actor: 'cio', role: 'cio' });
  world.settle();
  return world.snapshot();
}

const isRolledBack: Reached = (book, version) => {
  const release = book.release(version);
  return release.situation === 'planned' && release.stage === 'rolled-back';
};
