import { samples } from '../../../libs/secret-shapes/src/samples.fixture.js';

/** A text of some shape that is planted where text is taken. */
export interface Planted {
  readonly shape: string;
  readonly secret: string;
}

/** One of each shape that stands in JSON and in files as it is written, so that it is found by its characters wherever it went. */
export const planted: readonly Planted[] = Object.entries(samples).map(([shape, texts]) => {
  const secret = texts.find((text) => !/["\\\n]/.test(text));
  if (secret === undefined)
    throw new Error(`${shape} has no sample that is found as it is written`);
  return { shape, secret };
});

/** What of the planted can be found in this, as it is or as it stands in an address. */
export function foundIn(bytes: Buffer | string): string[] {
  const holds = (text: string) => bytes.includes(text);
  return planted.flatMap(({ shape, secret }) =>
    holds(secret) || holds(encodeURIComponent(secret)) ? [shape] : [],
  );
}

/** The shapes take turns: each place has as many of them, the next place the next ones. */
export class Turns {
  private next = 0;

  take(count: number): Planted[] {
    return Array.from({ length: count }, () => {
      const one = planted[this.next % planted.length];
      this.next += 1;
      if (!one) throw new Error('no shape has a sample');
      return one;
    });
  }
}
