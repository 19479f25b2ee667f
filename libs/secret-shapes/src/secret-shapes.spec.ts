import { readFileSync } from 'node:fs';
import { findSecret } from './find-secret.js';
import { base64url, hex, samples, split } from './samples.fixture.js';
import { secretShapes } from './secret-shapes.js';

const harmless = [
  'Added caching for the portfolio (Redis)',
  'Fix: keep-alive of /api/webhooks/ in SKIP mode, SG. and so on',
  'Rotate the AKIA keys; document ghp_, glpat- and xoxb- prefixes',
  'https://ci.example.org/jobs/42?attempt=1#summary',
  'http://localhost:3000/@scope/package',
  'ssh://git@example.org:22/team/repository.git',
  'psql postgres://app:$DB_PASSWORD@db/prod && redis-cli -u redis://:${REDIS}@cache',
  'postgres://app:<password>@db, postgres://app:***@db, postgres://app:{{ secret }}@db',
  'curl -H "Authorization: Bearer $TOKEN" https://example.org',
  '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  '0123456789abcdef0123456789abcdef01234567',
  'sha256:' + hex(64),
  '-----BEGIN CERTIFICATE-----',
  `-----BEGIN ${split('PUB', 'LIC')} KEY-----`,
  [base64url({ typ: 'page', after: 12 }), 'eyJ', 'x'].join('.'),
  'The task-force met at 12:30:AA with NDAs signed.',
  'git revert 0a1b2c3 && make deploy ENV=production',
  'Server=db;User Id=sa;Password=${DB_PASSWORD};Encrypt=true, or Pwd="$PWD";',
  'host=db user=app password=$PGPASSWORD dbname=shop',
  'cd /srv; PASSWORD=$(vault read -field=value db) ./migrate.sh; make HOST=db',
  'jdbc:postgresql://db/x?user=a&password={{ password }}&ssl=true',
  'curl "https://ci.example/?access_token=$TOKEN&token=<token>"',
  'https://shop.example/items?token=page-2&pwd=x, and /reset?password=***',
  'Server=db;Password=<database password>;Encrypt=true and /reset?password=<database password>',
  'Fix: the form keeps password= empty; pwd=x is allowed now',
];

describe('the shapes of secrets', () => {
  it('each have samples', () => {
    expect(Object.keys(samples)).toStrictEqual(secretShapes.map(({ name }) => name));
  });

  it.each(Object.entries(samples))('recognise %s, alone and within a sentence', (shape, texts) => {
    for (const text of texts) {
      expect(findSecret(text)).toStrictEqual({ field: '', shape });
      expect(findSecret(`rolled back with ${text} (see the log)`)).toStrictEqual({
        field: '',
        shape,
      });
    }
  });

  it.each(harmless)('let "%s" pass', (text) => {
    expect(findSecret(text)).toBeUndefined();
  });

  it.each(secretShapes.map((shape) => [shape.name, shape] as const))(
    'have a hint for %s that every sample matches',
    (name, { hint }) => {
      for (const text of samples[name]!) expect(text).toMatch(hint);
    },
  );

  it('are those that docs/secret-shapes.md lists', () => {
    const document = readFileSync('docs/secret-shapes.md', 'utf8');
    const rows = secretShapes.map(({ name, looks }) => `| ${name} | ${looks} |`);
    expect(document.split('\n').filter((line) => /^\| an? /.test(line))).toStrictEqual(rows);
  });
});
