import type { Spread } from './rounds.js';

/** A Markdown table: the first columns are text, all others numbers, which stand to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const columns = head.map((name, index) => {
    const cells = [name, ...rows.map((row) => row[index] ?? '')];
    const width = Math.max(...cells.map(({ length }) => length));
    return index < textColumns
      ? ['-'.repeat(width), ...cells.map((cell) => cell.padEnd(width))]
      : [`${'-'.repeat(width - 1)}:`, ...cells.map((cell) => cell.padStart(width))];
  });
  const lines = [1, 0, ...rows.map((_, index) => index + 2)];
  return lines
    .map((line) => `| ${columns.map((cells) => cells[line] ?? '').join(' | ')} |`)
    .join('\n');
}

export const inThousands = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');

export const range = ({ min, max }: Spread): string => `${inThousands(min)}–${inThousands(max)}`;

export const times = (value: number): string => `${value.toFixed(2)}×`;

export const inMegabytes = (bytes: number): string => `${inThousands(bytes / 1024 / 1024)} MB`;
