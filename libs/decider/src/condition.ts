import type { Role } from './origin.js';

/** One of the five hard rules of the domain specification. */
export type HardRule = 1 | 2 | 3 | 4 | 5;

/** What a condition found: the event that shows that it is met, or what is missing. */
export type Finding =
  | { readonly met: true; readonly event?: string }
  | { readonly met: false; readonly missing: string };

/**
 * One question that is asked before a command is accepted, with everything that its refusal has to say.
 * Eligibility asks the same conditions as the command, so that both give the same sentences.
 */
export interface Condition<Situation> {
  /** Stable and unique in its domain, kebab-case; part of the problem type that clients see. */
  readonly id: string;
  /** The hard rule that this condition enforces, where it is one. */
  readonly rule?: HardRule;
  /** The role that can supply what is missing; absent where nobody can and the command itself has to change. */
  readonly from?: Role;
  readonly find: (situation: Situation) => Finding;
}

/** A condition together with what it found. */
export interface Answer {
  readonly id: string;
  readonly rule?: HardRule;
  readonly from?: Role;
  readonly finding: Finding;
}

export const met = (event?: string): Finding => ({ met: true, event });
export const missing = (sentence: string): Finding => ({ met: false, missing: sentence });

/** Names a condition whose question has evidence: `find` answers `met(event)` or `missing(sentence)`. */
export function condition<Situation>(
  id: string,
  supply: { rule?: HardRule; from?: Role },
  find: (situation: Situation) => Finding,
): Condition<Situation> {
  return { id, ...supply, find };
}

/** Names a condition that is a plain sentence: what `refuse` returns is missing, `undefined` is met. */
export function guard<Situation>(
  id: string,
  supply: { rule?: HardRule; from?: Role },
  refuse: (situation: Situation) => string | undefined,
): Condition<Situation> {
  return condition(id, supply, (situation) => {
    const sentence = refuse(situation);
    return sentence === undefined ? met() : missing(sentence);
  });
}

/** Asks every condition, in the order given. */
export const ask = <Situation>(
  conditions: readonly Condition<Situation>[],
  situation: Situation,
): Answer[] =>
  conditions.map(({ id, rule, from, find }) => ({ id, rule, from, finding: find(situation) }));

/** The same condition, asked of something larger that contains what it is about. */
export const seenFrom = <Whole, Part>(
  conditions: readonly Condition<Part>[],
  part: (whole: Whole) => Part,
): Condition<Whole>[] =>
  conditions.map(({ find, ...rest }) => ({ ...rest, find: (whole) => find(part(whole)) }));
