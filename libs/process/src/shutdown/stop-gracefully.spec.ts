import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { stopGracefully } from './stop-gracefully.js';

/** Stands in for the process, and resolves `exited` with the exit code. */
class Stage extends EventEmitter {
  readonly errors: string[] = [];
  exit!: (code: number) => void;
  readonly exited = new Promise<number>((resolve) => {
    this.exit = resolve;
  });
  readonly logger = {
    log: () => undefined,
    warn: () => undefined,
    error: (message: string) => this.errors.push(message),
  };
}

function running(stop: () => Promise<void>): Stage {
  const stage = new Stage();
  stopGracefully({ stop, logger: stage.logger, host: stage });
  return stage;
}

const never = () => new Promise<void>(() => undefined);

describe('a graceful stop', () => {
  it.each(['SIGTERM', 'SIGINT'])('ends in order on %s and exits with 0', async (signal) => {
    let stopped = false;
    const stage = running(() => {
      stopped = true;
      return Promise.resolve();
    });
    stage.emit(signal);
    expect(await stage.exited).toBe(0);
    expect(stopped).toBe(true);
  });

  it('exits with 1 when stopping fails', async () => {
    const stage = running(() => Promise.reject(new Error('disk')));
    stage.emit('SIGTERM');
    expect(await stage.exited).toBe(1);
    expect(stage.errors).toStrictEqual(['stopping failed']);
  });

  it('ends at once on a second signal', async () => {
    const stage = running(never);
    stage.emit('SIGTERM');
    stage.emit('SIGTERM');
    expect(await stage.exited).toBe(1);
  });

  it('does not wait longer than 14 s', async () => {
    jest.useFakeTimers();
    const stage = running(never);
    stage.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(14_000);
    jest.useRealTimers();
    expect(await stage.exited).toBe(1);
    expect(stage.errors).toStrictEqual(['did not stop within 14000 ms']);
  });

  it('ends in order, with 1, after a failure that nobody handled', async () => {
    const stage = running(() => Promise.resolve());
    stage.emit('unhandledRejection', new Error('lost'));
    expect(await stage.exited).toBe(1);
    expect(stage.errors).toStrictEqual(['a failure that nobody handled']);
  });
});
