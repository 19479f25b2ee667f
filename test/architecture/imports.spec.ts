import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ICruiseResult, IViolation } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.js';
import { fixtures, root } from './tree.js';

const rules = (config.forbidden ?? []).map(({ name = '' }) => name);

/** Judges the real tree and all fixtures in one run, by the rules of `npm run architecture`. */
async function judge(): Promise<IViolation[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.js', '--output-type', 'json'],
      '{apps,libs,demo,bench,scripts}/**/*.ts',
      fixtures,
    ],
    { cwd: root, maxBuffer: Infinity },
  );
  return (JSON.parse(stdout) as ICruiseResult).summary.violations;
}

/** `rule: file` of every violation in a fixture, by paths inside of it. */
const seenIn = (violations: IViolation[], fixture: string) =>
  violations
    .filter(({ from }) => from.startsWith(`${fixtures}/${fixture}/`))
    .map(({ rule, from }) => `${rule.name}: ${from.slice(`${fixtures}/${fixture}/`.length)}`)
    .sort();

/** The files that each fixture is about; the others in it keep the rule. */
const breakers: Record<string, string[]> = {
  'no-circle': ['libs/http/src/guard.ts'],
  'app-imports-no-app': ['apps/release/src/release.module.ts'],
  'lib-imports-no-app': ['libs/process/src/config.ts'],
  'demo-uses-the-api': ['demo/main.ts'],
  'domain-imports-decider-only': [
    'apps/release/src/domain/clock.ts',
    'apps/release/src/domain/identity.ts',
    'apps/release/src/domain/injected.ts',
  ],
  'decider-imports-nothing': ['libs/decider/src/origin.ts'],
  'room-api': ['apps/release/src/api/release.ts'],
  'room-inbox': ['apps/release/src/inbox/release.ts'],
  'room-commands': ['apps/release/src/commands/release.ts'],
  'room-reactions': ['apps/release/src/reactions/release.ts'],
  'room-projections': ['apps/release/src/projections/release.ts'],
  'room-queries': ['apps/release/src/queries/release.ts'],
  'room-documents': ['apps/release/src/documents/release.ts'],
  'room-outbox': ['apps/release/src/outbox/release.ts'],
  'adapter-chosen-in-module': [
    'apps/release/src/commands/decide-release.ts',
    'apps/release/src/documents/checklist.ts',
    'apps/release/src/projections/releases.ts',
    'libs/event-store/src/index.ts',
  ],
  'lib-entered-by-its-door': ['apps/release/src/api/releases.controller.ts'],
  'lib-enters-lib-by-its-door': ['libs/read-model/src/projector.ts'],
  'vendor-sqlite': [
    'apps/release/src/commands/releases.ts',
    'apps/release/src/queries/releases.ts',
  ],
  'vendor-kafka': ['scripts/topics.ts'],
  'vendor-eventstoredb': ['scripts/streams.ts'],
  'vendor-jose': ['apps/release/src/queries/token.ts'],
  'vendor-pino': ['apps/release/src/reactions/roll-back.ts'],
  'production-needs-no-dev-package': [
    'apps/release/src/api/unlisted.ts',
    'libs/process/src/ids.ts',
  ],
  'doubles-are-for-tests': [
    'apps/release/src/release.module.ts',
    'libs/event-store/src/eventstoredb/store.ts',
  ],
  'specs-are-for-tests': [
    'apps/release/src/queries/verify.ts',
    'libs/event-store/src/append.ts',
    'libs/event-store/src/seal.ts',
  ],
};

describe('who imports whom', () => {
  let violations: IViolation[];
  beforeAll(async () => {
    violations = await judge();
  }, 60_000);

  it('is kept by the whole tree', () => {
    const real = violations.filter(({ from }) => !from.startsWith(fixtures));
    expect(real.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toStrictEqual([]);
  });

  it('has a fixture for every rule', () => {
    expect(rules.filter((rule) => !(rule in breakers))).toStrictEqual([]);
  });

  it.each(Object.entries(breakers))(
    'is broken by the fixture of %s, and by nothing else in it',
    (rule, files) => {
      expect(rules).toContain(rule);
      expect(seenIn(violations, rule)).toStrictEqual(files.map((file) => `${rule}: ${file}`));
    },
  );
});
