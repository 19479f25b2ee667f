import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topics } from '@roadbook/contracts';
import { Poison } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { eventually } from '../api/eventually.js';

const root = join(import.meta.dirname, '../../..');
const testMsMax = 120_000;
const gates = 'roadbook.gates';
const secret = `ghp_${'a1B2'.repeat(9)}`;

const folder = mkdtempSync(join(tmpdir(), 'roadbook-dead-letters-'));
let messaging: SqliteMessaging;

/** What the consumer took, and why it takes nothing. */
const taken: Delivered[] = [];
let refuses: string | undefined = 'there is no release 1.4.0 in shop';

/** The built command, in a process of its own beside this one, which holds the messages open as a service does. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'dist/together/dead-letters.js'), ...args], {
    env: { PATH: process.env.PATH, ROADBOOK_DATA: folder },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text) => (said += String(text)));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
}

const publish = (key: string, text: string) =>
  messaging.publish(gates, [{ key, headers: { ce_id: 'ci-1' }, body: Buffer.from(text) }]);

beforeAll(async () => {
  await ensureBuilt();
}, testMsMax);
afterAll(async () => {
  await messaging.close();
  rmSync(folder, { recursive: true });
});

describe('the command for dead letters', () => {
  it(
    'says that there are none where there are no messages',
    async () => {
      expect(await run('list')).toStrictEqual({
        status: 0,
        said: `there are no messages yet in ${folder}\n`,
      });
      messaging = SqliteMessaging.open(join(folder, 'messages.db'), { topics });
      expect(await run('list')).toStrictEqual({ status: 0, said: 'there are no dead letters\n' });
    },
    testMsMax,
  );

  it.each([
    [[], 'say list, or show or replay with the id of a dead letter'],
    [['show'], 'say list, or show or replay with the id of a dead letter'],
    [
      ['list', '--topic', 'roadbook.nothing'],
      'there is no such topic; there are roadbook.answers, ',
    ],
    [['list', '--bogus'], "Unknown option '--bogus'"],
  ])(
    'says how it is used when it is told %j',
    async (args, wrong) => {
      const { status, said } = await run(...args);
      expect(status).toBe(1);
      expect(said).toContain(wrong);
      expect(said).toContain('npm run dead-letters -- replay ID');
      expect(said).not.toContain('    at ');
    },
    testMsMax,
  );

  it(
    'lists, shows and replays a message that could not be taken',
    async () => {
      messaging.consume('release', [gates], (message) => {
        if (refuses !== undefined) return Promise.reject(new Poison(refuses));
        taken.push(message);
        return Promise.resolve();
      });
      await publish('shop/1.4.0', '{"gate":\n"quality\u001b[2J"}');
      let listed = '';
      await eventually(async () => (listed = (await run('list')).said).includes('1 dead letter\n'));
      const [id = ''] = listed.split(' ');
      expect(listed).toMatch(
        /^[\da-f-]{36} {2}\S+ {2}roadbook\.gates {2}release {2}shop\/1\.4\.0\n/,
      );
      expect(listed).toContain('\n    there is no release 1.4.0 in shop\n');
      expect((await run('list', '--consumer', 'other')).said).toBe('there are no dead letters\n');
      expect((await run('list', '--topic', 'roadbook.answers')).said).toBe(
        'there are no dead letters\n',
      );

      const shown = await run('show', id);
      expect(shown.said).toContain('\nce_id: ci-1\n\n{"gate":\n"quality\\u{1b}[2J"}\n');

      refuses = undefined;
      expect(await run('replay', id, '--as', 'olga')).toStrictEqual({
        status: 0,
        said: "published to roadbook.gates again; if it can't be taken this time either, that is another dead letter\n",
      });
      await eventually(() => Promise.resolve(taken.length === 1));
      expect(taken[0]).toMatchObject({ key: 'shop/1.4.0', headers: { ce_id: 'ci-1' } });
      expect((await run('list')).said).toContain('by olga\n');
      const again = await run('replay', id);
      expect(again.status).toBe(1);
      expect(again.said).toContain(`dead letter ${id} was replayed at`);
    },
    testMsMax,
  );

  it(
    'shows of a secret what it was, and cannot replay it',
    async () => {
      refuses = 'nobody can take it';
      await publish('shop/1.5.0', `{"note":"${secret}"}`);
      let listed = '';
      await eventually(async () =>
        (listed = (await run('list')).said).includes('2 dead letters\n'),
      );
      const line = listed.split('\n').find((one) => one.endsWith('shop/1.5.0')) ?? '';
      const [id = ''] = line.split(' ');
      const [shown, replayed] = [await run('show', id), await run('replay', id)];
      expect(shown.said).toContain('withheld, because it held a GitHub token; the SHA-256');
      expect(replayed.status).toBe(1);
      expect(replayed.said).toContain('publish it again, without the secret');
      expect(listed + shown.said + replayed.said).not.toContain(secret);
    },
    testMsMax,
  );

  it(
    'knows no other id',
    async () => {
      for (const deed of ['show', 'replay'])
        expect(await run(deed, 'nowhere')).toStrictEqual({
          status: 1,
          said: 'there is no dead letter with this id; `npm run dead-letters -- list` shows those that there are\n',
        });
    },
    testMsMax,
  );
});
