export { isWithheld } from './dead-letter.js';
export type { DeadLetter, Replayed, Withheld } from './dead-letter.js';
export { DeadLetters } from './dead-letters.js';
export type { ListedDeadLetter } from './dead-letters.js';
export { CannotReplay, NoSuchDeadLetter } from './errors.js';
