import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../errors.js';
import type { Position } from '../events.js';
import type { PageRows } from './page-rows.js';
import type { Answer, Asked } from './reading-thread.js';

interface Waiting {
  readonly resolve: (page: PageRows) => void;
  readonly reject: (error: StoreUnavailable) => void;
}

/** Reads pages in a thread of its own, which answers them in the order in which they are asked for. */
export class ThreadedReader {
  private readonly thread: Worker;
  private readonly gone: Promise<unknown>;
  private waiting: Waiting[] = [];
  private ended?: StoreUnavailable;

  constructor(path: string) {
    this.thread = new Worker(new URL('./reading-thread.js', import.meta.url), {
      workerData: path,
      // What was preloaded into the process is none of its business.
      execArgv: [],
    });
    this.gone = once(this.thread, 'exit').catch(() => undefined);
    this.thread.on('message', (answer: Answer) => {
      const next = this.waiting.shift();
      if ('page' in answer) next?.resolve(answer.page);
      else next?.reject(new StoreUnavailable(answer.failure));
    });
    this.thread.on('error', (cause) => {
      this.end(new StoreUnavailable(`the event store failed: ${cause.message}`, { cause }));
    });
    this.thread.on('exit', () => {
      this.end(new StoreUnavailable('the event store is closed'));
    });
  }

  /** The page behind a position. Nothing is unhandled when nobody comes for a page that failed. */
  page(after: Position): Promise<PageRows> {
    const page = new Promise<PageRows>((resolve, reject) => {
      if (this.ended) throw this.ended;
      this.waiting.push({ resolve, reject });
      this.ask(after);
    });
    page.catch(() => undefined);
    return page;
  }

  /** Resolves when the thread is at its end, behind the pages that were asked for. */
  async close(): Promise<void> {
    this.ask('end');
    await this.gone;
  }

  private ask(asked: Asked): void {
    this.thread.postMessage(asked);
  }

  private end(error: StoreUnavailable): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.ended);
  }
}
