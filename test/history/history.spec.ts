import { rmSync } from 'node:fs';
import { compareEntries } from '../../together/entries/compared.js';
import { documentsOf } from './documents.js';
import { Running } from './running.js';
import { hashOf, stateIn } from './state.js';
import { tell, versions } from './story.js';

const testMsMax = 300_000;
const folders: string[] = [];

/** The small history, told once through three services; what they show then, and what the knowledge base has. */
async function run(seed?: number) {
  const running = await Running.start(seed);
  folders.push(running.dataFolder);
  await tell(running.project);
  await running.quiet();
  const documents = await documentsOf(running.project, versions);
  await running.stop();
  const { dataFolder, began, chaos } = running;
  return { dataFolder, chaos, state: await stateIn(dataFolder, documents, began) };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('a history through the three services', () => {
  let plain: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    plain = await run();
  }, testMsMax);

  it('leaves exactly the entries that the contract calls for', async () => {
    const { calledFor, missing, more, written } = await compareEntries(plain.dataFolder);
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
      const chaotic = await run(20_261_128);
      const { taken = 0, delivered = 0, late = 0 } = chaotic.chaos ?? {};
      expect(taken).toBeGreaterThan(500);
      expect(delivered).toBe(2 * taken);
      expect(late).toBeGreaterThan(20);
      expect(chaotic.state).toStrictEqual(plain.state);
      expect(hashOf(chaotic.state)).toBe(hashOf(plain.state));
      const { missing, more } = await compareEntries(chaotic.dataFolder);
      expect({ missing, more }).toStrictEqual({ missing: [], more: [] });
    },
    testMsMax,
  );

  it(
    'adds no entry when it is told a second time',
    async () => {
      const before = await compareEntries(plain.dataFolder);
      const running = await Running.start(undefined, plain.dataFolder);
      await tell(running.project);
      await running.stop();
      expect(await compareEntries(plain.dataFolder)).toStrictEqual(before);
    },
    testMsMax,
  );
});
