/** Texts of words as people use them: a few everywhere, most of them rarely. The same in every run. */
export class Texts {
  private state = 20_260_302;

  title(): string {
    return this.words(8);
  }

  text(): string {
    return this.words(60);
  }

  private words(count: number): string {
    return Array.from({ length: count }, () => wordOf(this.rank())).join(' ');
  }

  /** By Zipf's law: the word of rank n comes up 1/n as often as the first. */
  private rank(): number {
    return Math.floor(vocabulary ** this.chance());
  }

  private chance(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }
}

const vocabulary = 20_000;
const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu'.split(' ');

/** The word of a rank, from 1 on; no two are alike. */
export function wordOf(rank: number): string {
  let word = '';
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length] ?? '';
  return word;
}

/** What is looked for: words that nearly every tenth, every hundredth and hardly any entry has, alone and together. */
export const searches: readonly string[] = [
  ...[60, 100, 150, 400, 700, 1_500, 3_000, 6_000, 12_000].map(wordOf),
  ...[
    [20, 50],
    [30, 300],
    [100, 150],
    [10, 2_000],
  ].map((ranks) => ranks.map(wordOf).join(' ')),
];
