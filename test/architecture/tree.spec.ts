import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, fixtures, inFoldersWithoutJob, outsideOfRooms, root, tooLong } from './tree.js';

const fixture = (rule: string) => join(root, fixtures, rule);

const nestCli = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')) as {
  projects: Record<string, { root: string }>;
};
const projects = Object.values(nestCli.projects).map(({ root: folder }) => folder);
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

describe('the tree', () => {
  it('has every app and library in nest-cli.json', () => {
    expect([...foldersIn('apps'), ...foldersIn('libs')].sort()).toStrictEqual(projects.sort());
  });

  it('has only rooms with a known name in its apps', () => {
    expect(outsideOfRooms(filesOf(root))).toStrictEqual([]);
    expect(outsideOfRooms(filesOf(fixture('room-has-its-name')))).toStrictEqual([
      'apps/release/src/handlers/approve.ts',
    ]);
  });

  it('has no folder for what belongs nowhere', () => {
    expect(inFoldersWithoutJob(filesOf(root))).toStrictEqual([]);
    expect(inFoldersWithoutJob(filesOf(fixture('folder-says-its-job')))).toStrictEqual([
      'libs/http/src/utils/escape.ts',
    ]);
  });

  it('has no file over 300 lines', () => {
    expect(tooLong(root, filesOf(root))).toStrictEqual([]);
    const long = fixture('file-has-one-idea');
    expect(tooLong(long, filesOf(long))).toStrictEqual(['demo/long.ts', 'libs/http/src/long.ts']);
  });
});
