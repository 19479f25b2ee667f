import { silence } from '@roadbook/decider';
import type { Decider } from '@roadbook/decider';
import type { RolesNotified } from './events.js';
import type { Notification } from './notification.js';

/** What is told of an event, to whoever has to know. */
export interface NotifyRoles {
  readonly type: 'NotifyRoles';
  readonly data: {
    readonly tellsOf: string;
    readonly happenedAt: string;
    readonly notifications: readonly Notification[];
  };
}

/** The events of a project that roles were told of, in portions, so that one more doesn't copy all of them. */
export interface ToldOf {
  readonly portions: readonly ReadonlySet<string>[];
  readonly latest: ReadonlySet<string>;
}

const portionSize = 256;

const isTold = ({ portions, latest }: ToldOf, event: string): boolean =>
  latest.has(event) || portions.some((portion) => portion.has(event));

/** Each event is told of once, however often it comes along. */
export const notificationDecider: Decider<NotifyRoles, ToldOf, RolesNotified> = {
  initial: { portions: [], latest: new Set() },

  decide: ({ data: { tellsOf, happenedAt, notifications } }, told) =>
    isTold(told, tellsOf)
      ? silence
      : notifications.map((one) => ({
          type: 'RolesNotified',
          data: { ...one, tellsOf, happenedAt },
        })),

  evolve: (told, { data: { tellsOf } }) => {
    const { portions, latest } = told;
    if (latest.has(tellsOf)) return told;
    return latest.size < portionSize
      ? { portions, latest: new Set([...latest, tellsOf]) }
      : { portions: [...portions, latest], latest: new Set([tellsOf]) };
  },
};
