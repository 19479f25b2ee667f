// Takes each guard out of the domains in turn and names the test that fails without it. A guard that no test misses is an error.
// `npm run test:guards -- environment` is about one app alone.
import { conditionsOf } from './guards/conditions.js';
import { noticing } from './guards/noticing.js';

const root = process.cwd();
const apps = process.argv.slice(2);
const guards = conditionsOf(root).filter(
  ({ file }) => apps.length === 0 || apps.some((app) => file.startsWith(`apps/${app}/`)),
);
process.stderr.write(
  `Removing ${guards.length} guards, one at a time. This takes a few minutes.\n`,
);

const noticed = await noticing(
  root,
  guards.map(({ id }) => id),
);
const width = Math.max(...guards.map(({ id }) => id.length));
for (const { id } of guards) {
  const by = noticed.get(id);
  const told = by ? `${by.file}: ${by.test}` : 'NO TEST FAILS WITHOUT IT';
  process.stdout.write(`${id.padEnd(width)}  ${told}\n`);
}

const missing = guards.filter(({ id }) => !noticed.has(id));
process.stdout.write(
  missing.length === 0
    ? `Each of the ${guards.length} guards is missed by a test.\n`
    : `No test misses ${missing.map(({ id, file }) => `${id} (${file})`).join(', ')}.\n`,
);
process.exitCode = missing.length === 0 ? 0 : 1;
