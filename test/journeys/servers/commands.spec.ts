import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../../libs/event-store/src/eventstoredb-double/index.js';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { eventually } from '../api/eventually.js';
import { Release } from '../api/release.js';
import { read } from '../api/asking.js';
import { projectPath, shop } from '../api/shop.js';
import { OnDouble } from './on-double.js';

const root = join(import.meta.dirname, '../../..');
const testMsMax = 120_000;
const names = ['release', 'environment', 'knowledge-base'];

let on: OnDouble;
beforeAll(async () => {
  await ensureBuilt();
  on = await OnDouble.start();
  await shop(on.service);
  await new Release(on.service, '1.4.0').prepare();
  await eventually(async () => {
    const { items } = await read<{ items: unknown[] }>(on.service, `${projectPath}/entries`);
    return items.length > 0;
  });
  await seen();
}, testMsMax);
afterAll(() => on.stop());

/** Rows of every service are made of all that is on record. */
async function seen(): Promise<void> {
  for (const path of ['', '/environments', '/entries'])
    await read(on.service, `${projectPath}${path}`);
}

/** A built command in a process of its own, until it ends; this one answers it as the server. */
async function run(entry: string, args: string[] = [], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'dist/together', entry), ...args], {
    env: { PATH: process.env.PATH, ...on.variables, ...more },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text) => (said += String(text)));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
}

const ofEachService = (line: string): RegExp[] =>
  names.map((name) => new RegExp(`^${name}\n(?:.* (?:rows .*|a second)\n)*${line}$`, 'm'));

describe('a command that is told of servers', () => {
  it(
    'works while the services run',
    async () => {
      expect(await run('verify.js')).toMatchObject({ status: 0 });
    },
    testMsMax,
  );
});

describe('a command that is told of servers, with the services stopped,', () => {
  let appends: number;
  beforeAll(async () => {
    await on.stopServices();
    appends = on.double.calls.append;
  });

  it(
    'verifies the events there, and says what that can not show',
    async () => {
      const { status, said } = await run('verify.js');
      for (const line of ofEachService('\\d+ events in \\d+ streams read: every event fits'))
        expect(said).toMatch(line);
      expect(said).toContain('a server seals no order over all streams');
      expect(status).toBe(0);
    },
    testMsMax,
  );

  it(
    'says where the server has nothing, and that rows were made of more',
    async () => {
      const other = await EventStoreDbDouble.started();
      const { status, said } = await run('verify.js', [], { EVENTSTOREDB_URL: other.url });
      other.stop();
      expect(said).toMatch(
        /^release\nthere are no events yet in streams release\/… of the event store\nthe newest events are missing: there are none, and rows were made of events up to position \d+\. They were removed, or the server was restored from an older backup: /m,
      );
      expect(status).toBe(1);
    },
    testMsMax,
  );

  it(
    'compares the entries with the events there',
    async () => {
      const { status, said } = await run('entries/main.js');
      expect(said).toMatch(/^release-prepared +1 called for$/m);
      expect(said).toContain('\n0 missing\n0 too many\n');
      expect(status).toBe(0);
    },
    testMsMax,
  );

  it(
    'compares rows with the events there, and makes them anew',
    async () => {
      const checked = await run('rebuild.js', ['--check']);
      for (const line of ofEachService(
        'up to position \\d+: what is served is what the events say',
      ))
        expect(checked.said).toMatch(line);
      const rebuilt = await run('rebuild.js');
      for (const line of ofEachService('rebuilt up to position \\d+'))
        expect(rebuilt.said).toMatch(line);
      expect([checked.status, rebuilt.status]).toStrictEqual([0, 0]);
    },
    testMsMax,
  );

  it(
    'makes no rows for a service that has none in the folder',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'roadbook-rows-'));
      const { status, said } = await run('rebuild.js', [], { ROADBOOK_DATA: folder });
      rmSync(folder, { recursive: true });
      expect(said).toBe(
        names.map((name) => `${name}\nthere are no rows yet in ${join(folder, name)}\n`).join(''),
      );
      expect(status).toBe(0);
    },
    testMsMax,
  );

  it('writes nothing there', () => {
    expect(on.double.calls.append).toBe(appends);
  });
});

describe('a command that can not work on the servers', () => {
  const plain = ({ status, said }: { status: number; said: string }, sentence: string) => {
    expect(said).toContain(sentence);
    expect(said).not.toContain('    at ');
    expect(status).toBe(1);
  };

  it.each(['verify.js', 'entries/main.js', 'rebuild.js'])(
    '%s says so where the server is away',
    async (entry) => {
      plain(
        await run(entry, [], { EVENTSTOREDB_URL: 'esdb://127.0.0.1:9?tls=false' }),
        'the event store failed: ',
      );
    },
    testMsMax,
  );

  it(
    'says what is not configured',
    async () => {
      plain(
        await run('rebuild.js', [], { ROADBOOK_BUS_KEY: 'short' }),
        'ROADBOOK_BUS_KEY must be 32 bytes',
      );
    },
    testMsMax,
  );

  it(
    'names the event that somebody wrote beside Roadbook',
    async () => {
      await on.write('release/project-shop', 'ProjectRenamed', { hash: 'none' });
      const { status, said } = await run('verify.js');
      expect(said).toMatch(
        /^release\ndoes not fit: event \S+ \(position \d+, stream project-shop, revision \d+\): its hash does not fit its content and the event before it in its stream: one of them was changed or exchanged\nthe log was changed; \d+ events in \d+ streams could be read$/m,
      );
      expect(status).toBe(1);
    },
    testMsMax,
  );

  it(
    'names the stream that loses history',
    async () => {
      await on.setMetadata('release/project-shop', { maxCount: 1 });
      plain(await run('verify.js'), 'stream project-shop has $maxCount in its metadata');
    },
    testMsMax,
  );
});
