import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, removeDatabase } from './folder.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();

describe('the folder of a read model', () => {
  it('is made where there is none, and appoints nothing by itself', () => {
    const path = join(folderOf(), 'data', 'rows');
    const folder = new Folder(path);
    expect(existsSync(path)).toBe(true);
    expect(folder.current).toBeUndefined();
    expect(folder.generations).toStrictEqual([]);
  });

  it('tells everybody which generation was appointed last', () => {
    const path = folderOf();
    const [folder, other] = [new Folder(path), new Folder(path)];
    folder.appoint(3);
    expect(other.current).toBe(3);
    other.appoint(12);
    expect(folder.current).toBe(12);
    expect(readdirSync(path)).toStrictEqual(['read-model.current']);
  });

  it('has another stamp after each appointment, of the same generation too', () => {
    const folder = new Folder(folderOf());
    for (const generation of [1, 2, 2, 1]) {
      const before = folder.stamp;
      expect(folder.stamp).toBe(before);
      folder.appoint(generation);
      expect(folder.stamp).not.toBe(before);
    }
  });

  it('appoints nothing when the pointer names no generation', () => {
    const path = folderOf();
    writeFileSync(join(path, 'read-model.current'), '');
    expect(new Folder(path).current).toBeUndefined();
  });

  it('finds the generations among other files', () => {
    const path = folderOf();
    for (const name of ['read-model.2.db', 'read-model.2.db-wal', 'read-model.check.db', 'x.3.db'])
      writeFileSync(join(path, name), '');
    expect(new Folder(path).generations).toStrictEqual([2]);
    removeDatabase(new Folder(path).file(2));
    expect(readdirSync(path).sort()).toStrictEqual(['read-model.check.db', 'x.3.db']);
  });
});
