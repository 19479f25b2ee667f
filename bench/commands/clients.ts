import { fork } from 'node:child_process';
import { once } from 'node:events';
import { scriptAt } from '../servers/server-process.js';
import type { Load, Loaded } from './load.js';

/** The process of the clients. It fails as a whole when a connection does. */
export class Clients {
  private readonly child = fork(scriptAt('./load.js', import.meta.url));

  async put(load: Load): Promise<Loaded> {
    const listening = new AbortController();
    const { signal } = listening;
    const loaded = once(this.child, 'message', { signal }) as Promise<[Loaded]>;
    const ended = once(this.child, 'exit', { signal }).then(() => {
      throw new Error(`a connection to ${load.target.name} failed`);
    });
    this.child.send(load);
    try {
      return (await Promise.race([loaded, ended]))[0];
    } finally {
      for (const one of [loaded, ended]) one.catch(() => undefined);
      listening.abort();
    }
  }

  stop(): void {
    this.child.kill();
  }
}
