import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { eventually } from '../api/eventually.js';
import { Release } from '../api/release.js';
import { Service } from '../api/service.js';
import type { Request } from '../api/service.js';
import { shop } from '../api/shop.js';

const root = join(import.meta.dirname, '../../..');
const testMsMax = 120_000;
const now = '2026-03-02T08:00:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'roadbook-backup-'));
const data = join(folder, 'data');
const restored = join(folder, 'backups/monday');
let service: Service;

/** A built command in a process of its own, beside this one, which has the services. */
async function run(entry: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'dist/together', entry), ...args], {
    env: { PATH: process.env.PATH, ROADBOOK_DATA: data, ...env },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text) => (said += String(text)));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
}

const backUp = (...args: readonly string[]) => run('backup.js', args);

/** A command that is answered from the first answer when it is repeated. */
const keyed: Request = {
  ...{ method: 'POST', path: '/v1/projects/shop/releases', as: 'cio' },
  headers: { 'idempotency-key': 'plan-once' },
  body: {
    ...{ version: '1.5.0', kind: 'standard' },
    tickets: [{ id: 'SHOP-2', title: 'Pay later', type: 'feature' }],
  },
};

/** What anybody is shown, of each service. */
const shown = (of: Service) =>
  Promise.all(
    ['releases/1.4.0/checklist', 'releases', 'parity', 'entries', 'pipeline'].map(async (path) => {
      const asked = { method: 'GET', path: `/v1/projects/shop/${path}`, as: 'auditor' } as const;
      const { statusCode, body } = await of.send(asked);
      return { statusCode, body };
    }),
  );

beforeAll(async () => {
  await ensureBuilt();
  mkdirSync(data);
  expect(await backUp(restored)).toStrictEqual({
    status: 1,
    said: `there are no events yet in ${data}\n`,
  });
  service = await Service.start(now, data);
  await shop(service);
  await new Release(service, '1.4.0').prepare();
}, testMsMax);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

describe('the command for backups', () => {
  it(
    'copies what the services can be started on anew, while they run',
    async () => {
      const first = await service.send(keyed);
      expect(first.statusCode).toBe(201);
      const { status, said } = await backUp(restored);
      expect(said).toContain(`copied to ${restored}\n`);
      expect(status).toBe(0);
      expect(readdirSync(join(folder, 'backups'))).toStrictEqual(['monday']);

      expect(await run('verify.js', [], { ROADBOOK_DATA: restored })).toMatchObject({ status: 0 });
      const copy = await Service.start(service.clock.now(), restored);
      try {
        const isTheSame = async () => isDeepStrictEqual(await shown(copy), await shown(service));
        await eventually(isTheSame);
        const again = await copy.send(keyed);
        expect([again.statusCode, again.body]).toStrictEqual([first.statusCode, first.body]);
      } finally {
        await copy.close();
      }
      expect(await run('entries/main.js', [], { ROADBOOK_DATA: restored })).toMatchObject({
        status: 0,
      });
    },
    testMsMax,
  );

  it(
    'copies no rows and no locks, and names everything else',
    async () => {
      const to = join(folder, 'tuesday');
      mkdirSync(to);
      const { said } = await backUp(to);
      const files = readdirSync(to, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(to.length + 1));
      const services = ['environment', 'knowledge-base', 'release'];
      expect(files.sort()).toStrictEqual(
        [
          ...services.flatMap((name) => [
            `${name}/checkpoints/checkpoints.db`,
            `${name}/events.db`,
          ]),
          ...['idempotency.db', 'messages.db'],
          ...['actor.key', 'development-key.json', 'marks.key', 'settings.key'],
        ].sort(),
      );
      for (const file of files) expect(said).toContain(file);
    },
    testMsMax,
  );

  it(
    'never replaces anything',
    async () => {
      expect(await backUp(data)).toStrictEqual({
        status: 1,
        said: `${data} is not empty; a backup never replaces anything\n`,
      });
    },
    testMsMax,
  );

  it(
    'leaves nothing behind where something can not be copied',
    async () => {
      const [damaged, to] = [join(folder, 'damaged'), join(folder, 'wednesday')];
      mkdirSync(join(damaged, 'release'), { recursive: true });
      writeFileSync(join(damaged, 'release/events.db'), 'no database, however long one reads on');
      const { status, said } = await run('backup.js', [to], { ROADBOOK_DATA: damaged });
      expect(status).toBe(1);
      expect(said).toContain(`${join(damaged, 'release/events.db')} can't be copied: it failed`);
      expect([to, `${to}.unfinished`].filter((path) => existsSync(path))).toStrictEqual([]);
    },
    testMsMax,
  );

  it.each([[[]], [['one', 'two']], [['--bogus']]])(
    'says how it is used when it is told %j',
    async (args) => {
      const { status, said } = await backUp(...args);
      expect(status).toBe(1);
      expect(said).toContain('npm run backup -- FOLDER');
      expect(said).not.toContain('    at ');
    },
    testMsMax,
  );

  it(
    'leaves servers to their own backup, and says so',
    async () => {
      const keys = ['ACTOR', 'SETTINGS', 'MARKS', 'BUS'].map((of) => [
        `ROADBOOK_${of}_KEY`,
        'a'.repeat(64),
      ]);
      const to = join(folder, 'thursday');
      const { status, said } = await run('backup.js', [to], {
        ...{ EVENTSTOREDB_URL: 'esdb://user:password@127.0.0.1:2113?tls=false' },
        ...{ KAFKA_BROKERS: '127.0.0.1:9092', ...Object.fromEntries(keys) },
      });
      expect(said).toContain('back that up by its own means, as docs/production.md says');
      expect(status).toBe(1);
      expect(existsSync(to)).toBe(false);
    },
    testMsMax,
  );
});
