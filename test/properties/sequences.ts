import { Agreement } from './agreement.js';
import { check } from './checker/check.js';
import { Counts } from './counts.js';
import type { Fact } from './fact.js';
import { openings } from './generator/openings.js';
import { Sequence } from './generator/sequence.js';
import { Random } from './random.js';

/** What many sequences came to. */
export interface Run {
  readonly counts: Counts;
  readonly agreement: Agreement;
  /** What the checker found, with the seed of the sequence in which it did. */
  readonly broken: readonly string[];
  /** Sequences in which a release was verified in production, or rolled back, by a command of their own. */
  readonly verified: number;
  readonly rolledBack: number;
}

const brokenMax = 20;

/** One sequence for each seed, from the first on. */
export function runSequences(
  firstSeed: number,
  sequences: number,
  agreement = new Agreement(),
): Run {
  const counts = new Counts();
  const broken: string[] = [];
  let [verified, rolledBack] = [0, 0];
  const begin = openings();
  for (let seed = firstSeed; seed < firstSeed + sequences; seed += 1) {
    const opening = new Random(seed).pick(begin);
    const { world } = new Sequence(seed, counts, opening).run((...seen) => {
      agreement.look(...seen);
    });
    const { facts } = world.book;
    const before = opening.snapshot.book.facts.length;
    for (const { rule, at, sentence } of check(facts, before))
      broken.push(`seed ${String(seed)}, ${opening.name}: ${rule} at ${at}: ${sentence}`);
    if (broken.length > brokenMax) break;
    const own = facts.slice(before);
    if (own.some(isVerified)) verified += 1;
    if (own.some(({ type }) => type === 'RollbackCompleted')) rolledBack += 1;
  }
  return { counts, agreement, broken, verified, rolledBack };
}

const isVerified = (fact: Fact): boolean =>
  fact.type === 'PromotionEnded' &&
  fact.data.environment === 'production' &&
  fact.data.outcome === 'passed';
