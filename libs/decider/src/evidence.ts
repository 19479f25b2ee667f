/** What a verdict rests on: at least one of a link, a digest and a note. */
export interface Evidence {
  readonly link?: string;
  readonly digest?: string;
  readonly note?: string;
}

/** Whether there is anything in it at all. */
export const isEvidence = ({ link, digest, note }: Evidence): boolean =>
  [link, digest, note].some((one) => one !== undefined && one.trim() !== '');
