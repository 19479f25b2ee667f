import type { LoggerService } from '@nestjs/common';

/** Orchestrators commonly kill after 15 to 30 s; by then this process has gone by itself. */
const stopDeadlineMs = 14_000;

export interface Stop {
  /** Ends everything in order: stop taking requests, finish those under way, close the stores. */
  readonly stop: () => Promise<void>;
  readonly logger: LoggerService;
  /** The process; another one in specs. */
  readonly host?: Host;
}

/** What of the process is needed to stop it. */
export interface Host {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  exit(code: number): void;
}

/**
 * On SIGTERM or SIGINT ends in order and exits with 0; a second signal, a failure, or 14 s later ends at
 * once with 1. A failure that nobody handles is logged and ends the process in the same way, with 1: what
 * it left behind in memory can't be trusted.
 */
export function stopGracefully({ stop, logger, host = process }: Stop): void {
  let stopping = false;
  const end = async (code: number) => {
    if (stopping) {
      host.exit(1);
      return;
    }
    stopping = true;
    setTimeout(() => {
      logger.error(`did not stop within ${stopDeadlineMs} ms`, 'Shutdown');
      host.exit(1);
    }, stopDeadlineMs).unref();
    try {
      await stop();
      host.exit(code);
    } catch (error) {
      logger.error('stopping failed', error, 'Shutdown');
      host.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT']) {
    host.on(signal, () => {
      logger.log(`${signal}: stopping`, 'Shutdown');
      void end(0);
    });
  }
  for (const failure of ['uncaughtException', 'unhandledRejection']) {
    host.on(failure, (error) => {
      logger.error('a failure that nobody handled', error, 'Shutdown');
      void end(1);
    });
  }
}
