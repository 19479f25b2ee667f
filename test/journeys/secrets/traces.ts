import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@roadbook/process';
import { foundIn } from './planted.js';

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** Where a planted secret could have left a trace: in an answer, a line of the log, a file. */
export class Traces {
  readonly lines: string[] = [];
  readonly logger = createLogger({
    level: 'trace',
    format: 'json',
    output: { write: (line: string) => this.lines.push(line) },
  });
  private readonly answered = new Map<string, readonly string[]>();

  /** Keeps of an answer only what it has of what was planted. */
  answer(what: string, answer: { readonly body: string; readonly headers: object }): void {
    const found = foundIn(answer.body + JSON.stringify(answer.headers));
    if (found.length > 0) this.answered.set(what, found);
  }

  inAnswers(): object {
    return Object.fromEntries(this.answered);
  }

  inLog(): string[] {
    return foundIn(this.lines.join(''));
  }

  /** The files that hold something planted, with its shapes; and how many files there are. */
  inFiles(folder: string, leftOut: readonly string[] = []): { found: object; files: number } {
    const files = filesIn(folder).filter((file) => !leftOut.some((name) => file.includes(name)));
    const found = files.flatMap((file) => {
      const shapes = foundIn(readFileSync(file));
      return shapes.length > 0 ? [[file, shapes] as const] : [];
    });
    return { found: Object.fromEntries(found), files: files.length };
  }
}
