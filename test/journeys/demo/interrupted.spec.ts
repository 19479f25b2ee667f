import { walkHistory } from '../../../demo/history.js';
import type { RunResult } from '../../../demo/result.js';
import type { History } from '../../../demo/history-file.js';
import { People } from '../../../demo/people.js';
import { Project } from '../../../demo/project.js';
import { read } from '../api/asking.js';
import { Service } from '../api/service.js';
import { Interrupted, InterruptedClient } from './interrupted-client.js';
import { readStrictly } from './read-strictly.js';

const version = '1.4.0';
const history: History = {
  project: 'shop',
  digest: 'the content of a file',
  releases: [
    {
      version,
      kind: 'standard',
      commit: 'c0ffee1',
      tickets: [{ id: 'SHOP-1', title: 'Pay by card', type: 'feature' }],
      migrationNotes: ['set CARD_KEY'],
      occurredAt: '2026-02-02T10:00:00.000Z',
    },
  ],
};
/** More than a walk of one release has. */
const requestsMax = 200;
const testMsMax = 120_000;

interface Recorded {
  readonly stream: string;
  readonly type: string;
}

let service: Service;
beforeAll(async () => {
  service = await Service.start(new Date().toISOString());
});
afterAll(() => service.stop());

/** A run in a process of its own: it knows nothing of the one before. Undefined when it was stopped after so many requests. */
async function run(name: string, requests = Infinity): Promise<RunResult | undefined> {
  const people = new People(service.dataFolder);
  const client = new InterruptedClient(service, requests);
  const project = new Project(client, people, name, history.digest);
  try {
    return await walkHistory(project, history, () => undefined);
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  }
}

/** Everything that is on record about it, in the order of its streams; claims that were released aside. */
async function eventsOf(project: string): Promise<string[]> {
  const path = `/v1/events?project=${project}&limit=200`;
  const { items } = await read<{ items: Recorded[] }>(service, path);
  return items
    .filter(({ type }) => type !== 'ClaimAbandoned')
    .map(({ stream, type }) => `${stream.replace(project, 'PROJECT')} ${type}`)
    .sort();
}

describe('a walk that was interrupted', () => {
  it(
    'after each of its requests in turn ends with the events of one that was not',
    async () => {
      const { seconds: _, ...undisturbed } = (await run('undisturbed')) ?? {};
      expect(undisturbed).toMatchObject({ inProduction: 1, refused: 0 });
      let requests = 1;
      let result = await run('interrupted', requests);
      while (result === undefined && requests < requestsMax)
        result = await run('interrupted', ++requests);
      const { seconds: __, ...interrupted } = result ?? {};
      expect(requests).toBeGreaterThan(30);
      expect(await eventsOf('interrupted')).toStrictEqual(await eventsOf('undisturbed'));
      expect(interrupted).toStrictEqual(undisturbed);
    },
    testMsMax,
  );
});

describe('an answer', () => {
  it('throws where something is read that the API does not answer', () => {
    const { window } = readStrictly({ window: { state: 'absent' } }) as never as {
      window: { state: string; is: string };
    };
    expect(window.state).toBe('absent');
    expect(() => window.is).toThrow('the API answers no is, only state');
  });
});
