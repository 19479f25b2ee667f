import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { ServiceProcess } from '../../faults/service-process.js';
import { eventually } from '../api/eventually.js';

const testMsMax = 120_000;
const startedMsMax = 30_000;
const endedMsMax = 15_000;
const suggestion = /token -- (?<args>.+)\)" (?<url>http\S+)\n/;

/** What a built entry says when it listens, and what is answered to the request that it suggests. */
async function tried(entry: string) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-first-look-'));
  const env = { ROADBOOK_DATA: dataFolder, PORT: '0' };
  const service = ServiceProcess.start({ entry, env });
  try {
    await eventually(() => Promise.resolve(suggestion.test(service.output)), startedMsMax);
    const { args = '', url = '' } = suggestion.exec(service.output)?.groups ?? {};
    const signer = ServiceProcess.start({
      ...{ entry: 'together/token.js', args: args.split(' ') },
      env,
    });
    await signer.endedWithin(endedMsMax);
    const headers = { authorization: `Bearer ${signer.output.trim()}` };
    const { status } = await fetch(url, { headers });
    return { path: new URL(url).pathname, status, said: service.output };
  } finally {
    service.kill('SIGTERM');
    await service.endedWithin(endedMsMax);
    rmSync(dataFolder, { recursive: true });
  }
}

describe('what is suggested at the start', () => {
  beforeAll(() => ensureBuilt(), testMsMax);

  it.each([
    ['together/main.js', '/v1/projects', true],
    ['apps/release/src/main.js', '/v1/projects', false],
    ['apps/environment/src/main.js', '/v1/environment-events', false],
    ['apps/knowledge-base/src/main.js', '/v1/knowledge-events', false],
  ])(
    'by %s is answered, and the demo only where all that it asks for runs',
    async (entry, path, suggestsDemo) => {
      const { said, ...answered } = await tried(entry);
      expect(answered).toStrictEqual({ path, status: 200 });
      expect(said.includes('npm run demo')).toBe(suggestsDemo);
    },
    testMsMax,
  );
});
