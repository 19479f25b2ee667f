import { join } from 'node:path';
import { conditionsOf } from '../../scripts/guards/conditions.js';
import { releasePermissions, roadPermissions } from '../../apps/release/src/domain/permissions.js';
import { rare } from './counts.js';
import { runSequences } from './sequences.js';

/**
 * No sequence of commands breaks a hard rule: thousands of random histories, by random people, with appends that interleave, crashes and
 * delays, and a checker that reads only the events.
 *
 * `ROADBOOK_SEED=7 ROADBOOK_SEQUENCES=1` runs the sequence of one seed again.
 */
const sequencesLeast = 5000;
const seed = Number(process.env.ROADBOOK_SEED ?? 20_260_302);
const sequences = Number(process.env.ROADBOOK_SEQUENCES ?? sequencesLeast);

const root = join(import.meta.dirname, '../..');
const conditions = conditionsOf(root)
  .filter(({ file }) => file.startsWith('apps/release/'))
  .map(({ id }) => id);
const commands = [
  ...[releasePermissions, roadPermissions].flatMap((table) => Object.keys(table)),
  'RecordViolation',
];

describe(`${String(sequences)} random sequences of commands, from seed ${String(seed)} on`, () => {
  const run = runSequences(seed, sequences);
  const enough = sequences >= sequencesLeast ? it : it.skip;

  it('never break a hard rule', () => {
    expect(run.broken).toStrictEqual([]);
  });

  it('never find eligibility and the command of two minds', () => {
    expect(run.agreement.disagreements).toStrictEqual([]);
  });

  enough('reach production, verified, in at least 20 % of the cases, and roll back in 5 %', () => {
    expect(run.verified / sequences).toBeGreaterThanOrEqual(0.2);
    expect(run.rolledBack / sequences).toBeGreaterThanOrEqual(0.05);
  });

  enough('see every command accepted at least 100 times', () => {
    expect(rare(commands, run.counts.acceptedOf, 100)).toStrictEqual([]);
  });

  it('are refused by conditions only that can be read from the sources', () => {
    const unread = [...run.counts.refusedBy.keys()].filter((id) => !conditions.includes(id));
    expect(unread).toStrictEqual([]);
  });

  enough('see every condition refuse at least 100 times', () => {
    expect(rare(conditions, run.counts.refusedBy, 100)).toStrictEqual([]);
  });
});
