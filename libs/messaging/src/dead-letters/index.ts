export { isWithheld } from './dead-letter.js';
export type { DeadLetter, ListedDeadLetter, Replayed, Withheld } from './dead-letter.js';
export { DeadLetters } from './dead-letters.js';
export { DeadLetterListing } from './listing.js';
export { CannotReplay, NoSuchDeadLetter } from './errors.js';
