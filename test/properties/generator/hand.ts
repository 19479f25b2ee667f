import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import { hourMs, plusMs, environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Verdict } from '../../../apps/release/src/domain/verdicts.js';
import type { Moment } from './moment.js';
import { someTickets, stepResults } from './orders.js';

/** What a hand that doesn't look closely reaches for: mostly what is there, sometimes something else. */
export class Hand {
  readonly random = this.moment.random;
  readonly now = this.moment.now;

  constructor(
    readonly moment: Moment,
    readonly release: PlannedRelease,
  ) {}

  get candidate(): string {
    const { candidate, version } = this.release;
    if (this.random.chance(0.7)) return candidate?.commit ?? 'commit-0';
    return this.random.pick(this.moment.candidates(version)) ?? 'commit-0';
  }

  get tickets(): string[] {
    const targeted = [...this.release.tickets.keys()];
    return this.random.chance(0.6) ? targeted : someTickets(this.random).map(({ id }) => id);
  }

  get verdict(): Verdict {
    return this.random.pick(['passed', 'passed', 'failed', 'inconclusive'] as const);
  }

  get deployment(): string {
    const attempts = Object.values(this.release.candidate?.attempts ?? {});
    const one = this.random.pick(attempts)?.deployment;
    return one === undefined || this.random.chance(0.1) ? 'no-such-deployment' : one;
  }

  get environment(): Environment {
    return this.random.pick(environments);
  }

  get plan(): string {
    const { plan } = this.release;
    return plan && this.random.chance(0.8) ? plan.plan : 'plan-0';
  }

  get rehearsal(): string {
    const { rehearsal } = this.release;
    return rehearsal && this.random.chance(0.8) ? rehearsal.rehearsal : 'no-such-rehearsal';
  }

  get rollback(): string {
    const { rollback } = this.release;
    return rollback.is !== 'none' && this.random.chance(0.8)
      ? rollback.rollback
      : 'no-such-rollback';
  }

  get window(): { start: string; end: string } {
    const { window } = this.release;
    if (window.is !== 'absent' && this.random.chance(0.7))
      return { start: window.start, end: window.end };
    const start = plusMs(this.now, this.random.between(-2, 2) * hourMs);
    return { start, end: plusMs(start, this.random.between(-1, 26) * hourMs) };
  }

  steps(total: number) {
    const first = this.random.between(1, total);
    const stepMs = this.random.pick([1000, 1000, -1000, 40_000] as const);
    return stepResults(first, this.random.between(1, total), this.now, stepMs, () => this.verdict);
  }
}
