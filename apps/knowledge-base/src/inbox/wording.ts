import { clockWithSeconds, date, dateAndTime } from '@roadbook/documents';

/** `1 ticket`, `2 tickets` */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** What somebody wrote, so that another sentence can follow it. */
export const ended = (sentence: string): string =>
  /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;

/** `6 min 5 s` */
export const duration = (seconds: number): string =>
  `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

/** A time as documents show it, in UTC; a dash where there is none. */
export const shownTime = (time: string | null): string =>
  time === null ? '—' : `${dateAndTime(time)} UTC`;

/** The same to the second, as steps are timed. */
export const shownSecond = (time: string): string =>
  `${date(time)} ${clockWithSeconds(time, time)} UTC`;

/** `staging and production`; `nowhere` for none. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? 'nowhere';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
