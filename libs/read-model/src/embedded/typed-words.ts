import { charactersOf } from '@roadbook/decider';
import { InvalidQuery } from '../errors.js';
import { searchCharactersMax } from '../search.js';

/** What can be part of a word for the tokenizer `unicode61`. */
const letter = /[\p{L}\p{N}\p{Co}]/u;
const lastWord = /[\p{L}\p{M}\p{N}\p{Co}]+$/u;
/** A phrase between two quotes, or what stands without a space. A quote without its other half is nothing. */
const typed = /"([^"]*)"|([^\s"]+)/g;
const suggestedLettersMin = 2;

/**
 * The query language of FTS5 for what somebody typed: every word and every phrase as a string, so that nothing in it is an operator.
 * `undefined` where there is no word in it. SQLite reads a string up to its first NUL.
 * @throws InvalidQuery for more than anybody types
 */
export function matchOf(words: string): string | undefined {
  refuseTooLong(words);
  const strings = [...words.replaceAll('\0', ' ').matchAll(typed)]
    .map(([, phrase, word]) => phrase ?? word ?? '')
    .filter((text) => letter.test(text))
    .map((text) => `"${text}"`);
  return strings.length > 0 ? strings.join(' ') : undefined;
}

/**
 * The beginning of the word that is being typed, as the tokenizer writes words: in lower case, without accents.
 * @throws InvalidQuery for more than anybody types
 */
export function beginningOf(words: string): string | undefined {
  refuseTooLong(words);
  const [word = ''] = lastWord.exec(words) ?? [];
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return folded.length >= suggestedLettersMin ? folded : undefined;
}

function refuseTooLong(words: string): void {
  if (charactersOf(words) > searchCharactersMax)
    throw new InvalidQuery(`look for at most ${String(searchCharactersMax)} characters`);
}
