import { join } from 'node:path';
import { holdRows } from './hold-rows.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

describe('rows in a folder', () => {
  const folderOf = temporaryFolders();

  it('belong to one process at a time, in a folder that is made where there is none', () => {
    const rows = join(folderOf(), 'release/read-model');
    const first = holdRows(rows);
    expect(() => holdRows(rows)).toThrow(
      `${rows} belongs to another process that runs; stop that one first, or set ROADBOOK_DATA to another folder: each replica has its own`,
    );
    first.close();
    holdRows(rows).close();
  });
});
