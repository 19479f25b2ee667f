import { compareEntries } from '../../together/entries/compared.js';
import { toldIn } from './real.js';
import { eventsIn, removeFolders, run, runAgain } from './run.js';
import { hashOf } from './state.js';

/** A history in a file, as the demo takes it; without one this takes too long to be looked at each time. */
const file = process.env.ROADBOOK_HISTORY;
const testMsMax = 4 * 60 * 60 * 1000;

afterAll(removeFolders);

(file === undefined ? describe.skip : describe)('a real history', () => {
  it(
    'leaves exactly the entries that are called for, the same through chaos, and none more a second time',
    async () => {
      const told = toldIn(file ?? '');
      const plain = await run(told);
      const entries = await compareEntries(eventsIn(plain));
      expect([entries.missing, entries.more]).toStrictEqual([[], []]);
      await runAgain(told, plain);
      expect(await compareEntries(eventsIn(plain))).toStrictEqual(entries);
      const chaotic = await run(told, 1);
      const { missing, more } = await compareEntries(eventsIn(chaotic));
      expect([missing, more]).toStrictEqual([[], []]);
      const others = chaotic.state.filter((line, index) => line !== plain.state[index]);
      expect(others.slice(0, 5)).toStrictEqual([]);
      expect(hashOf(chaotic.state)).toBe(hashOf(plain.state));
    },
    testMsMax,
  );
});
