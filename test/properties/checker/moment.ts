import type { Fact } from '../fact.js';
import type { Books, Chronicle } from './chronicle.js';

/** One fact of a release whose conditions are looked at, with all that stood before it. */
export interface Moment<At extends Fact = Fact> {
  readonly books: Books;
  readonly release: Chronicle;
  readonly version: string;
  readonly kind: 'standard' | 'hotfix';
  readonly at: At;
  /** Only what has a lower position counts. */
  readonly position: number;
  readonly candidate: string;
}

/** Says what is wrong, or nothing. */
export type Rule<At extends Fact = Fact> = (moment: Moment<At>) => string | undefined;

/** Rules by the names that findings bear. */
export type Rules<At extends Fact = Fact> = Readonly<Record<string, Rule<At>>>;

export const unless = (holds: boolean, sentence: string): string | undefined =>
  holds ? undefined : sentence;

export const sameSet = (some: readonly string[], others: readonly string[]): boolean => {
  const all = new Set([...some, ...others]);
  return all.size === new Set(some).size && all.size === new Set(others).size;
};
