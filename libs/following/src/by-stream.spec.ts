import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { StoredEvent } from '@roadbook/event-store';
import { byStream } from './by-stream.js';

const eventOf = (stream: string, revision: number) => ({ stream, revision }) as StoredEvent;
const [a0, a1, b0] = [eventOf('a', 0), eventOf('a', 1), eventOf('b', 0)];
const nameOf = ({ stream, revision }: StoredEvent) => `${stream}${String(revision)}`;

describe('work by stream', () => {
  it('begins with an event when the one before it in its stream is done, and waits for no other stream', async () => {
    const begun: string[] = [];
    const finish = new Map<string, () => void>();
    const working = byStream([a0, a1, b0], (event) => {
      begun.push(nameOf(event));
      return new Promise((resolve) => finish.set(nameOf(event), resolve));
    });
    await turnOfTheLoop();
    expect(begun).toStrictEqual(['a0', 'b0']);
    finish.get('a0')?.();
    await turnOfTheLoop();
    expect(begun).toStrictEqual(['a0', 'b0', 'a1']);
    finish.get('a1')?.();
    finish.get('b0')?.();
    await working;
  });

  it('leaves what comes behind a failure in its stream undone, and finishes the others before it says so', async () => {
    const done: string[] = [];
    const working = byStream([a0, a1, b0], async (event) => {
      if (event === a0) throw new Error('the store is away');
      await Promise.resolve();
      done.push(nameOf(event));
    });
    await expect(working).rejects.toThrow('the store is away');
    expect(done).toStrictEqual(['b0']);
  });
});
