import { leftOut } from './left-out.js';

const times: ReadonlySet<string> = new Set(leftOut.times);
const numbers: ReadonlySet<string> = new Set([...leftOut.places, ...leftOut.durations]);
const minuteChars = 'YYYY-MM-DDTHH:MM'.length;

/** Text in which two runs of the same history can be compared: without what is left out, and with ids by the number of their first appearance. */
export class Canonical {
  private readonly ids = new Map<string, string>();

  /** @param began when the run began: an earlier time was told by a reporter, and stays */
  constructor(private readonly began: string) {}

  /** Gives a number to every id in it that has none yet. */
  meet(value: unknown): void {
    for (const [id] of JSON.stringify(value).matchAll(leftOut.ids))
      if (!this.ids.has(id)) this.ids.set(id, `#${String(this.ids.size + 1)}`);
  }

  /** A row, or a document as JSON. */
  ofJson(value: unknown, name = ''): unknown {
    if (typeof value === 'string') return this.ofString(value, name);
    if (typeof value === 'number') return numbers.has(name) ? 'left out' : value;
    if (Array.isArray(value)) return value.map((one) => this.ofJson(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [this.ofText(key), this.ofJson(one, key)] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  /** Text for people. */
  ofText(text: string): string {
    const { time, duration } = leftOut.shown;
    return text
      .replaceAll(leftOut.ids, (id) => this.numberOf(id))
      .replaceAll(time, (one) => (this.isOfRun(one) ? '(time)' : one))
      .replaceAll(duration, '(duration)');
  }

  private ofString(text: string, name: string): string {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text))
      return times.has(name) && this.isOfRun(text) ? 'left out' : text;
    return this.ofText(text);
  }

  /** Where only the hour is shown the day is not known: then it is taken for one. */
  private isOfRun(time: string): boolean {
    const shown = time.replace(' ', 'T').slice(0, minuteChars);
    return !shown.includes('-') || shown >= this.began.slice(0, shown.length);
  }

  /** An id that stands nowhere in the events can't be compared: whoever added it decides how. */
  private numberOf(id: string): string {
    const number = this.ids.get(id);
    if (number === undefined) throw new Error(`the id ${id} stands in no event`);
    return number;
  }
}
