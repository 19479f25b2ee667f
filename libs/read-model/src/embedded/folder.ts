import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '@roadbook/process';

const generationFile = /^read-model\.(\d+)\.db$/;

/**
 * The folder of a read model: a file for each generation, of which one is served, and a pointer that names it.
 * The pointer is replaced as a whole, so that there is always one generation to serve, also after a crash.
 */
export class Folder {
  private readonly pointer: string;
  readonly lock: string;
  /** Where a check builds what it compares with. */
  readonly beside: string;

  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
    this.pointer = join(path, 'read-model.current');
    this.lock = join(path, 'read-model.lock');
    this.beside = join(path, 'read-model.check.db');
  }

  file(generation: number): string {
    return join(this.path, `read-model.${String(generation)}.db`);
  }

  /** The generation to serve; `undefined` when there is none yet. */
  get current(): number | undefined {
    if (this.stamp === '') return undefined;
    const generation = Number.parseInt(readFileSync(this.pointer, 'utf8'), 10);
    return Number.isSafeInteger(generation) ? generation : undefined;
  }

  /**
   * Changes whenever another generation is appointed; empty while none ever was. Cheap enough to be asked for at every
   * read.
   */
  get stamp(): string {
    const stat = statSync(this.pointer, { throwIfNoEntry: false });
    return stat ? `${String(stat.ino)}@${String(stat.mtimeMs)}` : '';
  }

  get generations(): number[] {
    return readdirSync(this.path).flatMap((name) => {
      const number = generationFile.exec(name)?.[1];
      return number === undefined ? [] : [Number(number)];
    });
  }

  /** Makes a generation the one to serve, for good: it survives a power loss. */
  appoint(generation: number): void {
    const next = `${this.pointer}.next`;
    writeFileSync(next, `${String(generation)}\n`, { flush: true });
    renameSync(next, this.pointer);
    syncFolder(this.path);
  }
}

/**
 * Deletes a database with what SQLite keeps beside it. Where the system does not let go of a file that is still open,
 * it stays, for the next start to delete.
 */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    try {
      rmSync(file + suffix, { force: true });
    } catch (error) {
      if (!stillOpen(error)) throw error;
    }
  }
}

const stillOpen = (error: unknown) =>
  ['EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
