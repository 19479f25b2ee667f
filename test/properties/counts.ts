import type { Refusal } from '@roadbook/decider';

/** What was decided while sequences ran: which commands were accepted, and which conditions refused, how often. */
export class Counts {
  readonly acceptedOf = new Map<string, number>();
  readonly refusedBy = new Map<string, number>();
  decisions = 0;
  silences = 0;
  conflicts = 0;

  accepted(command: string): void {
    this.decisions += 1;
    increment(this.acceptedOf, command);
  }

  refused(_command: string, refusal: Refusal): Refusal {
    this.decisions += 1;
    for (const { id } of refusal.refused) increment(this.refusedBy, id);
    return refusal;
  }

  silent(): readonly never[] {
    this.decisions += 1;
    this.silences += 1;
    return [];
  }

  conflict(): void {
    this.conflicts += 1;
  }
}

/** Those that came up less often than they have to, with how often they did. */
export const rare = (
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  least: number,
): string[] =>
  names
    .filter((name) => (counts.get(name) ?? 0) < least)
    .map((name) => `${name}: ${String(counts.get(name) ?? 0)}`);

const increment = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};
