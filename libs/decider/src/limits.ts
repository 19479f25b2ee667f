/** Characters of a title or a description, of a note that people write, and of a sentence that Roadbook puts together. */
export const titleMax = 300;
export const noteMax = 2000;
export const sentenceMax = 10_000;

/** How many entries a list may have, where nothing else is said: a release may have 500 tickets. */
export const entriesMax = 500;
