import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProjects } from './jest.js';
import type { Project, Ran } from './jest.js';

/** The test that fails when a condition is removed. */
export interface Noticed {
  readonly file: string;
  readonly test: string;
}

const domainSpecs = 'apps/*/src/domain/**/*.spec.ts';
const propertyTest = 'test/properties/hard-rules.property.spec.ts';
/** Fewer than in the property test itself, whose counts are not asserted then. */
const sequences = '300';

/**
 * Removes each condition in turn and runs the specs that saw it refuse; the property test of the hard rules where none of them fails.
 * @returns by id; a condition that is not in it is missed by no test.
 * @throws when the specs fail as they are
 */
export async function noticing(
  root: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Noticed>> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-guards-'));
  try {
    const seen = await sightings(root, folder);
    const bySpecs = await runProjects(
      root,
      folder,
      removing(ids, (id) => seen.get(id) ?? []),
    );
    const noticed = fewestFailures(root, bySpecs);
    const left = ids.filter((id) => !noticed.has(id));
    const byProperty = await runProjects(
      root,
      folder,
      removing(left, () => [propertyTest]),
      {
        ROADBOOK_SEQUENCES: sequences,
      },
    );
    return new Map([...noticed, ...fewestFailures(root, byProperty)]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The domain specs in which each condition was missing at least once: no other can notice that it is gone. */
async function sightings(root: string, folder: string): Promise<Map<string, string[]>> {
  const notes = join(folder, 'notes');
  const asTheyAre = { name: 'as they are', files: [domainSpecs, propertyTest], notes };
  const ran = await runProjects(root, folder, [asTheyAre], { ROADBOOK_SEQUENCES: '1' });
  const bad = ran.filter(({ failed, broken }) => failed.length > 0 || broken !== undefined);
  if (ran.length === 0 || bad.length > 0)
    throw new Error(`the specs have to pass first: ${bad.map(({ file }) => file).join(', ')}`);
  const seen = new Map<string, string[]>();
  for (const line of (await readFile(notes, 'utf8')).trimEnd().split('\n')) {
    const { id, file } = JSON.parse(line) as { id: string; file: string };
    const path = relative(root, file);
    if (path !== propertyTest) seen.set(id, [...(seen.get(id) ?? []), path]);
  }
  return seen;
}

const removing = (ids: readonly string[], filesFor: (id: string) => readonly string[]): Project[] =>
  ids
    .map((id) => ({ name: id, removed: id, files: filesFor(id) }))
    .filter(({ files }) => files.length > 0);

/** Of the files that notice, the one in which the fewest tests fail: it is most likely about this very condition. */
function fewestFailures(root: string, ran: readonly Ran[]): Map<string, Noticed> {
  const noticed = new Map<string, Noticed>();
  const failing = ran
    .filter(({ failed }) => failed.length > 0)
    .sort((a, b) => a.failed.length - b.failed.length || (a.file < b.file ? -1 : 1));
  for (const { project, file, failed } of failing)
    if (!noticed.has(project))
      noticed.set(project, { file: relative(root, file), test: failed[0] ?? '' });
  return noticed;
}
