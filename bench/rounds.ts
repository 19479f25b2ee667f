/** Rounds of several candidates, one after the other, each time beginning with another one, so that noise meets all of them. */
export async function interleaved<Candidate, Result>(
  rounds: number,
  candidates: readonly Candidate[],
  measure: (candidate: Candidate, round: number) => Promise<Result>,
): Promise<Map<Candidate, Result[]>> {
  const results = new Map<Candidate, Result[]>(candidates.map((candidate) => [candidate, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % candidates.length;
    for (const candidate of [...candidates.slice(first), ...candidates.slice(0, first)])
      results.get(candidate)?.push(await measure(candidate, round));
  }
  return results;
}

/** The middle of the values, and the lowest and the highest of them. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** What was measured does not fit what was stored, so there is no speed to tell. */
export class DoesNotAddUp extends Error {
  override readonly name = 'DoesNotAddUp';
}
