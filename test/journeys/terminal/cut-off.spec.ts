import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { Service } from '../api/service.js';
import { Release } from '../api/release.js';
import { shop } from '../api/shop.js';

const root = join(import.meta.dirname, '../../..');
const runMsMax = 30_000;
const testMsMax = 120_000;

let folder: string;

/** A built entry in a process of its own, until it ends. */
function run(entry: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/together', entry), ...args],
    {
      env: { PATH: process.env.PATH, ROADBOOK_DATA: folder, PORT: '0', ...env },
      encoding: 'utf8',
      timeout: runMsMax,
    },
  );
  return { status, said: stdout + stderr };
}

/** What only somebody who takes the triggers away first can do. */
function cutOff(events: number): void {
  const database = new DatabaseSync(join(folder, 'release/events.db'));
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  database.exec(
    `DELETE FROM events WHERE position > (SELECT max(position) FROM events) - ${String(events)}`,
  );
  database.close();
}

function pageOfIndex(file: string): number {
  const database = new DatabaseSync(file);
  const found = database
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_events_1'")
    .get() as { rootpage: number };
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return found.rootpage;
}

beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'roadbook-cut-off-'));
  const service = await Service.start('2026-03-02T08:00:00.000Z', folder);
  await shop(service);
  await new Release(service, '1.4.0').plan();
  await service.send({ method: 'GET', path: '/v1/projects/shop', as: 'auditor' });
  await service.close();
}, testMsMax);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a command for the terminal', () => {
  it.each(['rebuild.js', 'verify.js'])(
    '%s says how it is used when it is used in another way',
    (entry) => {
      const { status, said } = run(entry, ['--bogus']);
      expect(status).toBe(1);
      expect(said).toContain("Unknown option '--bogus'");
      expect(said).toContain('npm run');
      expect(said).not.toContain('    at ');
    },
  );
});

describe('a service that cannot listen', () => {
  it('says so once', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { status, said } = run('main.js', [], { PORT: String(port) });
    taken.close();
    expect(status).toBe(1);
    const sentence = `127.0.0.1:${String(port)} is in use by another program; stop that one, or set PORT to another port`;
    expect(said.split(sentence).length - 1).toBe(1);
    expect(said).not.toContain('EADDRINUSE');
  });
});

describe('a file of events with a page of junk', () => {
  it('is found by verify, which goes on, and says that an index is made anew', () => {
    const file = join(folder, 'release/events.db');
    const index = pageOfIndex(file);
    const whole = readFileSync(file);
    const open = openSync(file, 'r+');
    writeSync(open, Buffer.alloc(4096, 'junk'), 0, 4096, (index - 1) * 4096);
    closeSync(open);
    const { status, said } = run('verify.js');
    writeFileSync(file, whole);
    expect(status).toBe(1);
    expect(said).toContain(`${file} is damaged: Tree `);
    expect(said).toContain(`sqlite3 '${file}' REINDEX`);
    expect(said.match(/every event fits$/gm)).toHaveLength(3);
  });
});

describe('a service whose events rest on a key that is gone', () => {
  it.each([
    ['actor.key', 'ROADBOOK_ACTOR_KEY'],
    ['settings.key', 'ROADBOOK_SETTINGS_KEY'],
  ])('does not start without %s, and makes no other one', (name, variable) => {
    const file = join(folder, name);
    renameSync(file, `${file}.away`);
    const { status, said } = run('main.js');
    expect(status).toBe(1);
    expect(said).toContain(
      `${file} is missing, and the events on record rest on it: put it back, or set ${variable} to the key that was in it`,
    );
    expect(said).not.toContain('    at ');
    renameSync(`${file}.away`, file);
  });
});

describe('a log whose newest events were taken away', () => {
  it('fits before', () => {
    const { status, said } = run('verify.js');
    expect(status).toBe(0);
    for (const name of ['release', 'environment', 'knowledge-base'])
      expect(said).toMatch(
        new RegExp(`^${name}\n\\d+ events in \\d+ streams read: every event fits$`, 'm'),
      );
  });

  it('is noticed by verify, and by the service before it starts, until the rows are made anew', () => {
    cutOff(1);
    const missing =
      'the newest events are missing: they end at position 0, and rows were made of events up to position 1';
    for (const entry of ['verify.js', 'main.js']) {
      const { status, said } = run(entry);
      expect(said).toContain(missing);
      expect(said.split(missing).length - 1).toBe(1);
      expect(status).toBe(1);
    }
    expect(run('rebuild.js')).toMatchObject({ status: 0 });
    expect(run('verify.js')).toMatchObject({ status: 0 });
  });
});
