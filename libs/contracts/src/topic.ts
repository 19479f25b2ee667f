/** Who writes to a topic and who reads it, seen from Roadbook. */
export type Direction = 'in' | 'out' | 'between';

/** Where messages of one kind are found. */
export interface Topic {
  readonly name: string;
  readonly direction: Direction;
  /** What it is for, in a sentence. */
  readonly summary: string;
}

export const defineTopic = (topic: Topic): Topic => topic;
