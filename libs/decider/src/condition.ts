import type { Role } from './origin.js';

/** One of the five hard rules of the domain specification. */
export type HardRule = 1 | 2 | 3 | 4 | 5;

/**
 * What a condition found. Where it is met: the event that shows it, and what is a risk all the same. Where not: what is missing,
 * who can supply that where it is not the condition's usual role, and whether it is missing only because another service that was
 * asked did not answer, which is nobody's deed.
 */
export type Finding =
  | { readonly met: true; readonly event?: string; readonly risk?: string }
  | {
      readonly met: false;
      readonly missing: string;
      readonly from?: Role;
      readonly unanswered?: true;
    };

/**
 * One question that is asked before a command is accepted, with everything that its refusal has to say.
 * Eligibility asks the same conditions as the command, so that both give the same sentences.
 */
export interface Condition<Situation> {
  /** Stable and unique in its domain, kebab-case; part of the problem type that clients see. */
  readonly id: string;
  /** The hard rule that this condition enforces, where it is one. */
  readonly rule?: HardRule;
  /** The role that can usually supply what is missing; absent where nobody can and the command itself has to change. */
  readonly from?: Role;
  readonly find: (situation: Situation) => Finding;
}

/** A condition together with what it found. */
export interface Answer {
  readonly id: string;
  readonly rule?: HardRule;
  /** Who can supply what is missing. */
  readonly from?: Role;
  readonly finding: Finding;
}

export const met = (event?: string, risk?: string): Finding => ({ met: true, event, risk });
export const missing = (sentence: string, from?: Role): Finding => ({
  met: false,
  missing: sentence,
  from,
});

/** Not met, because another service that was asked did not answer. */
export const unanswered = (sentence: string): Finding => ({
  met: false,
  missing: sentence,
  unanswered: true,
});

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
  conditions.map(({ id, rule, from: usual, find }) => {
    const finding = find(situation);
    const from = finding.met ? usual : (finding.from ?? usual);
    return { id, rule, from, finding };
  });

/** The same condition, asked of something larger that contains what it is about. */
export const seenFrom = <Whole, Part>(
  conditions: readonly Condition<Part>[],
  part: (whole: Whole) => Part,
): Condition<Whole>[] =>
  conditions.map(({ find, ...rest }) => ({ ...rest, find: (whole) => find(part(whole)) }));
