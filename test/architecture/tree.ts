import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const fixtures = 'test/architecture/fixtures';

/** The rooms of an app, as the flow names them. */
const rooms = [
  ...['api', 'inbox', 'commands', 'domain', 'reactions'],
  ...['projections', 'queries', 'documents', 'outbox'],
];
const namesWithoutJob = ['common', 'shared', 'core', 'utils', 'helpers'];
const linesMax = 300;

/** Every TypeScript file of a tree that is laid out as this repository is, by its path from there. */
export const filesOf = (tree: string): string[] =>
  ['apps', 'libs', 'together', 'demo', 'bench', 'scripts', 'test']
    .filter((folder) => existsSync(join(tree, folder)))
    .flatMap((folder) =>
      readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.startsWith(fixtures))
    .sort();

/** Files in folders of an app that are no room. */
export const outsideOfRooms = (files: readonly string[]): string[] =>
  files.filter((file) => {
    const room = /^apps\/[^/]+\/src\/([^/]+)\//.exec(file)?.[1];
    return room !== undefined && !rooms.includes(room);
  });

/** Files in folders whose name doesn't say what they are for. */
export const inFoldersWithoutJob = (files: readonly string[]): string[] =>
  files.filter((file) =>
    file
      .split('/')
      .slice(0, -1)
      .some((folder) => namesWithoutJob.includes(folder.toLowerCase())),
  );

/** Files that are too long to be one idea. */
export const tooLong = (tree: string, files: readonly string[]): string[] =>
  files.filter(
    (file) => readFileSync(join(tree, file), 'utf8').trimEnd().split('\n').length > linesMax,
  );
