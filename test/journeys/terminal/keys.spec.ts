import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';

const root = join(import.meta.dirname, '../../..');
const testMsMax = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'roadbook-containers-'));
const key = join(folder, 'secrets/signing-key.json');
const parties = ['broker', 'secrets', 'services', 'store'];

/** A built command, as the containers start it. */
function run(entry: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/together', entry), ...args],
    { env: { PATH: process.env.PATH }, encoding: 'utf8', timeout: testMsMax },
  );
  return { status, stdout, stderr };
}

const contents = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);

beforeAll(async () => {
  await ensureBuilt();
  for (const party of parties) mkdirSync(join(folder, party));
}, testMsMax);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the first start of the containers', () => {
  it(
    'makes what is secret, and the next one leaves it as it is',
    () => {
      expect(run('compose/keys.js', folder).status).toBe(0);
      const made = contents();
      for (const party of parties) expect(readdirSync(join(folder, party))).not.toHaveLength(0);
      expect(run('compose/keys.js', folder).status).toBe(0);
      expect(contents()).toStrictEqual(made);
    },
    testMsMax,
  );

  it('says how the command is used when it is used in another way', () => {
    const { status, stderr } = run('compose/keys.js');
    expect(status).toBe(1);
    expect(stderr).toContain('FOLDER');
  });
});

describe('the command for tokens', () => {
  const asCio = (...args: string[]) => run('token.js', '--role', 'cio', ...args);

  it('signs with a key that it is given, as its issuer', () => {
    const { status, stdout } = asCio('--key', key, '--issuer', 'urn:roadbook:compose');
    expect(status).toBe(0);
    const [, payload = ''] = stdout.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(claims).toMatchObject({
      ...{ iss: 'urn:roadbook:compose', aud: 'roadbook', sub: 'cio', roles: ['cio'] },
    });
  });

  it('wants key and issuer together, and makes no key where it finds none', () => {
    for (const [one, other] of [
      ['--key', key],
      ['--issuer', 'urn:roadbook:compose'],
    ] as const) {
      const { status, stderr } = asCio(one, other);
      expect(status).toBe(1);
      expect(stderr).toContain('--key and --issuer belong together: name both, or neither');
    }
    const missing = asCio('--key', join(folder, 'none.json'), '--issuer', 'urn:roadbook:compose');
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('ENOENT');
    expect(readdirSync(folder).sort()).toStrictEqual(parties);
  });
});
