import type { FactoryProvider, InjectionToken } from '@nestjs/common';
import { EventStore } from '@roadbook/event-store';
import type { SqliteEventStore } from '@roadbook/event-store/embedded';
import { Health } from '@roadbook/process';
import type { HealthCheck } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import type { EmbeddedCheckpoints, EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { Running } from './running.js';
import type { Background } from './running.js';

/** What works in the background of a service besides its rows, by the name under which health tells of it. */
export interface Works {
  readonly beside?: Readonly<Record<string, InjectionToken>>;
  /** What reads rows, and so starts when they can be read. */
  readonly onRows?: Readonly<Record<string, InjectionToken>>;
}

/** Runs a service: what works in the background, its rows, and the files behind them, which are closed last. */
export function running(service: string, { beside = {}, onRows = {} }: Works): FactoryProvider {
  const [names, tokens] = [Object.keys(beside), Object.values(beside)];
  return {
    provide: Running,
    inject: [Health, ReadModel, EventStore, Checkpoints, ...tokens, ...Object.values(onRows)],
    useFactory: (
      health: Health,
      rows: EmbeddedReadModel,
      events: SqliteEventStore,
      checkpoints: EmbeddedCheckpoints,
      ...parts: Background[]
    ) => {
      const background = parts.slice(0, tokens.length);
      for (const [index, part] of background.entries())
        if (part.trouble) health.watch(checkOf(`${service} ${names[index] ?? ''}`, part));
      health.watch({ name: `${service} read model`, ask: () => troubleOf(rows) });
      return new Running(
        health,
        [...background, withRows(rows, parts.slice(tokens.length))],
        async () => {
          await events.close();
          checkpoints.close();
        },
      );
    },
  };
}

const checkOf = (name: string, part: Background): HealthCheck => ({
  name,
  ask: () => part.trouble?.(),
  ...(part.note !== undefined && { note: part.note }),
});

/** Not waited for: rows that have to be built anew keep nobody from deciding. */
const withRows = (rows: EmbeddedReadModel, following: readonly Background[]): Background => ({
  start: () =>
    void rows.start().then(async () => {
      for (const part of following) await part.start?.();
    }),
  stop: async () => {
    for (const part of [...following].reverse()) await part.stop();
    await rows.stop();
  },
});

function troubleOf({ status }: ReadModel): string | undefined {
  return status.state === 'live' ? undefined : `the read model is ${status.state}`;
}
