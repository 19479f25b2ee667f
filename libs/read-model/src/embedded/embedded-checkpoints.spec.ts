import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedCheckpoints } from './embedded-checkpoints.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();

describe('checkpoints', () => {
  it('begin before the first event', async () => {
    const checkpoints = new EmbeddedCheckpoints(folderOf());
    expect(await checkpoints.get('reactions')).toBe(-1);
    checkpoints.close();
  });

  it('are kept for each consumer over a restart', async () => {
    const folder = folderOf();
    const before = new EmbeddedCheckpoints(folder);
    await before.set('reactions', 7);
    await before.set('relay', 3);
    await before.set('reactions', 9);
    before.close();
    const checkpoints = new EmbeddedCheckpoints(folder);
    expect(await checkpoints.get('reactions')).toBe(9);
    expect(await checkpoints.get('relay')).toBe(3);
    checkpoints.close();
  });

  it('are refused in a file that is no database', () => {
    const folder = folderOf();
    const file = join(folder, 'checkpoints.db');
    writeFileSync(file, 'no database at all, but long enough to look at\n'.repeat(100));
    expect(() => new EmbeddedCheckpoints(folder)).toThrow(
      `${file} cannot be opened: file is not a database`,
    );
  });

  it('never move back', async () => {
    const checkpoints = new EmbeddedCheckpoints(folderOf());
    await checkpoints.set('reactions', 9);
    await checkpoints.set('reactions', 4);
    expect(await checkpoints.get('reactions')).toBe(9);
    checkpoints.close();
  });
});
