import { compareEntries } from '../../together/entries/compared.js';
import { eventsIn, removeFolders, run, runAgain } from './run.js';
import type { Run } from './run.js';
import { hashOf } from './state.js';
import { story } from './story.js';

const testMsMax = 300_000;

afterAll(removeFolders);

describe('a history through the three services', () => {
  let plain: Run;
  beforeAll(async () => {
    plain = await run(story);
  }, testMsMax);

  it('leaves exactly the entries that the contract calls for', async () => {
    const { calledFor, missing, more, written } = await compareEntries(eventsIn(plain));
    expect({ missing, more, written }).toStrictEqual({ missing: [], more: [], written: 0 });
    expect(Object.fromEntries(calledFor)).toStrictEqual({
      'deployment-log-closed': 11,
      'parity-verified': 44,
      'pipeline-change-implemented': 1,
      'pipeline-change-reverted': 2,
      'release-executed': 10,
      'release-prepared': 11,
      'rollback-ended': 1,
      'violation-recorded': 2,
    });
  });

  it(
    'leaves the same where messages come twice, late, and shuffled across keys',
    async () => {
      const chaotic = await run(story, 20_261_128);
      const { taken = 0, delivered = 0, late = 0 } = chaotic.chaos ?? {};
      expect(taken).toBeGreaterThan(500);
      expect(delivered).toBe(2 * taken);
      expect(late).toBeGreaterThan(20);
      expect([plain.deadLetters, chaotic.deadLetters]).toStrictEqual([0, 0]);
      expect(chaotic.state).toStrictEqual(plain.state);
      expect(hashOf(chaotic.state)).toBe(hashOf(plain.state));
      const { missing, more } = await compareEntries(eventsIn(chaotic));
      expect({ missing, more }).toStrictEqual({ missing: [], more: [] });
    },
    testMsMax,
  );

  it(
    'adds no entry when it is told a second time',
    async () => {
      const before = await compareEntries(eventsIn(plain));
      await runAgain(story, plain);
      expect(await compareEntries(eventsIn(plain))).toStrictEqual(before);
    },
    testMsMax,
  );
});
