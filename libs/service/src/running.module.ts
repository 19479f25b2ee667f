import type { FactoryProvider, InjectionToken } from '@nestjs/common';
import type { EventStore } from '@roadbook/event-store';
import { Health } from '@roadbook/process';
import type { Background, HealthCheck } from '@roadbook/process';
import { ReadModel } from '@roadbook/read-model';
import type { EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { ServiceStores } from './engines.js';
import { Running } from './running.js';

/** Work that the replicas of a service do once between them. */
class Once {
  constructor(readonly token: InjectionToken) {}
}

/** Marks work that one replica does at a time; everything else works in each. */
export const once = (token: InjectionToken): Once => new Once(token);

type Named = Readonly<Record<string, InjectionToken | Once>>;

/** What works in the background of a service besides its rows, by the name under which health tells of it. */
export interface Works {
  readonly beside?: Named;
  /** What reads rows, and so starts when they can be read. */
  readonly onRows?: Named;
}

/** Runs a service: what works in the background, its rows, and the stores behind them, which are closed last. */
export function running(service: string, { beside = {}, onRows = {} }: Works): FactoryProvider {
  const works = [...Object.entries(beside), ...Object.entries(onRows)];
  const besides = Object.keys(beside).length;
  return {
    provide: Running,
    inject: [Health, ReadModel, ServiceStores, ...works.map(([, work]) => tokenOf(work))],
    useFactory: (
      health: Health,
      rows: EmbeddedReadModel,
      stores: ServiceStores,
      ...parts: Background[]
    ) => {
      const { events, lease } = stores;
      const leased = parts.map((part, index) =>
        works[index]?.[1] instanceof Once ? lease.during(part) : part,
      );
      const background = [lease, ...leased.slice(0, besides)];
      const names = ['lease', ...Object.keys(beside)];
      for (const [index, part] of background.entries())
        if (part.trouble) health.watch(checkOf(`${service} ${names[index] ?? ''}`, part));
      health.watch({ name: `${service} events`, ask: () => troubleWith(events) });
      health.watch({ name: `${service} read model`, ask: () => troubleOf(rows) });
      return new Running(health, [...background, withRows(rows, leased.slice(besides))], () =>
        stores.close(),
      );
    },
  };
}

const tokenOf = (work: InjectionToken | Once): InjectionToken =>
  work instanceof Once ? work.token : work;

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

async function troubleWith(events: EventStore): Promise<string | undefined> {
  try {
    await events.head();
    return events.trouble();
  } catch {
    return 'the event store cannot be reached; it is tried again';
  }
}
