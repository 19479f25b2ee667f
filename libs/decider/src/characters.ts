/** Characters of a text as JSON Schema counts them (section 6.3.1 of its validation: code points): what JavaScript stores as two halves is one. */
export const charactersOf = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

/** The text, cut where it is longer, with an ending that says so: of no character is there only half. */
export const shortened = (text: string, charactersMax: number, ending = '…'): string =>
  charactersOf(text) <= charactersMax
    ? text
    : `${Array.from(text)
        .slice(0, charactersMax - 1)
        .join('')}${ending}`;
