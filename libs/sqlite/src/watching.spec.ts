import { jest } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryFolder } from './temporary-folder.fixture.js';
import { watch } from './watching.js';

describe('watching a file that another process writes', () => {
  const folder = temporaryFolder();
  const path = folder.file('guests.db');
  beforeAll(() => {
    jest.useFakeTimers();
  });
  afterAll(() => {
    jest.useRealTimers();
    folder.remove();
  });

  it('tells of every change once, of nothing else, and of nothing more once it ended', () => {
    const writer = new DatabaseSync(path);
    const reader = new DatabaseSync(path);
    let changes = 0;
    const end = watch(reader, () => changes++);
    const changesAfter = (milliseconds: number) => {
      jest.advanceTimersByTime(milliseconds);
      return changes;
    };

    expect(changesAfter(1000)).toBe(0);
    writer.exec('CREATE TABLE one (a)');
    expect(changesAfter(200)).toBe(1);
    expect(changesAfter(1000)).toBe(1);
    writer.exec('CREATE TABLE two (a)');
    expect(changesAfter(200)).toBe(2);
    end();
    writer.exec('CREATE TABLE three (a)');
    expect(changesAfter(1000)).toBe(2);
    reader.close();
    writer.close();
  });

  it('tells also when the file can not be looked at', () => {
    const reader = new DatabaseSync(path);
    let changes = 0;
    const end = watch(reader, () => changes++);
    reader.close();
    jest.advanceTimersByTime(400);
    end();
    expect(changes).toBe(2);
  });
});
