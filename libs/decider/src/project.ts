const projectShape = /^[a-z][a-z0-9-]{0,62}$/;

/** A short slug: a letter, then letters, digits and hyphens, at most 63 characters. */
export const isProject = (text: string): boolean => projectShape.test(text);
