import { resolve } from 'node:path';
import { welcome } from './welcome.js';

const identity = { mode: 'development', issuer: 'roadbook', audience: 'roadbook' } as const;
const firstLook = { path: '/v1/projects', token: '--role cio --project shop' };
const trying = { firstLook, commands: ['npm run demo'] };
const told = (url: string, where: Parameters<typeof welcome>[1]) => welcome(url, where, trying);
const linesOf = (...of: Parameters<typeof told>) => told(...of).split('\n');

describe('what the service says when it listens', () => {
  it('is where it is, and how to try it', () => {
    expect(told('http://127.0.0.1:3000', { dataFolder: 'data', identity })).toBe(`
Roadbook listens on http://127.0.0.1:3000
  API      http://127.0.0.1:3000/v1
  Swagger  http://127.0.0.1:3000/docs
  health   http://127.0.0.1:3000/health/ready
Try it:
  npm run demo
  curl -H "Authorization: Bearer $(npm run --silent token -- --role cio --project shop)" http://127.0.0.1:3000/v1/projects
`);
  });

  it('carries what was set here to the terminal where it is tried', () => {
    const url = 'http://127.0.0.1:4000';
    const lines = linesOf(url, { dataFolder: "/tmp/ana's data", identity });
    const data = String.raw`ROADBOOK_DATA='/tmp/ana'\''s data'`;
    expect(lines.slice(6, 8)).toStrictEqual([
      `  ROADBOOK_URL=${url} ${data} npm run demo`,
      `  curl -H "Authorization: Bearer $(${data} npm run --silent token -- --role cio --project shop)" ${url}/v1/projects`,
    ]);
    const relative = linesOf(url, { dataFolder: 'other', identity });
    expect(relative[6]).toBe(
      `  ROADBOOK_URL=${url} ROADBOOK_DATA='${resolve('other')}' npm run demo`,
    );
  });

  it('tells nothing to try where tokens are issued elsewhere', () => {
    const keys = { ...identity, mode: 'key-set', keySet: 'keys.json' } as const;
    const said = told('http://127.0.0.1:3000', { dataFolder: 'data', identity: keys });
    expect(said).not.toContain('Try it');
    expect(said.endsWith('/health/ready\n')).toBe(true);
  });
});
