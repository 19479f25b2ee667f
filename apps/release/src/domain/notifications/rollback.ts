import type { RollbackEvent } from '../release/events.js';
import { inUtc, reasonInWords } from './in-words.js';
import { notification, rollbackCommunication } from './notification.js';
import type { Notification } from './notification.js';
import { nobody } from './words.js';
import type { AtEvent, Words } from './words.js';

export const rollback: Words<RollbackEvent> = {
  RollbackStarted: ({ data }, at) => {
    const { rollback: id, restores, reason, confirmation, budgetEndsAt, usersAffected } = data;
    const { version } = at.release;
    const back = `It goes back to ${restores ?? 'nothing: it is the first release of the project'}; the ten minutes end at ${inUtc(budgetEndsAt)}.`;
    const why = [`Why: ${reasonInWords(reason)}`, `Confirmed: ${reasonInWords(confirmation)}`];
    const acknowledge = {
      what: 'Acknowledge that clients are told of this rollback',
      address: `${at.path}/rollback/client-communication`,
      communication: rollbackCommunication(version, id),
    };
    return [
      told(at, ['orchestrator', 'cio', 'cto'], 'Rollback required', [...why, back]),
      ...(usersAffected
        ? [
            told(
              at,
              ['cco'],
              'Rollback required',
              [...why, back, 'Users were affected: tell clients.'],
              {
                acknowledge,
              },
            ),
          ]
        : []),
    ];
  },
  RollbackStepsReported: nobody,
  RollbackChecksReported: nobody,
  RollbackIncomplete: ({ data: { because } }, at) => [
    told(at, ['orchestrator', 'cio', 'cto'], 'Rollback incomplete', [
      `Why: ${reasonInWords(because)}.`,
      'Production is not back at the previous good state. The step can be repeated.',
    ]),
  ],
  RollbackBudgetOverrun: ({ data: { budgetEndsAt } }, at) => [
    told(at, ['orchestrator', 'cio', 'cto'], 'Rollback overran its ten minutes', [
      `The ten minutes ended at ${inUtc(budgetEndsAt)}, and it goes on.`,
    ]),
  ],
  RollbackCompleted: ({ data }, at) => {
    const { restored, durationSeconds, withinBudget } = data;
    const affected = at.full.rollback?.started.usersAffected === true;
    const to = [
      'orchestrator',
      'cio',
      'cto',
      'cpo',
      ...(affected ? ['cco' as const] : []),
    ] as const;
    return [
      told(at, to, 'Restored', [
        `Production is back at ${restored ?? 'the state before the first release'}, verified, after ${String(durationSeconds)} s${withinBudget ? '' : ': more than the ten minutes'}.`,
        `${at.release.version} is final: its fix is a new version. A review has to be scheduled.`,
      ]),
    ];
  },
  RollbackCommunicationAcknowledged: nobody,
  RollbackReviewScheduled: nobody,
};

const told = (
  { name, release: { version } }: AtEvent,
  to: Notification['to'],
  what: string,
  sentences: readonly string[],
  more: Partial<Notification> = {},
): Notification =>
  notification(to, `${what}: ${name}`, sentences, {
    about: { version, environment: 'production' },
    ...more,
  });
