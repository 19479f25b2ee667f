import type { Origin, Role } from '../origin.js';
import { withOrigin } from './specification.js';
import type { Act } from './specification.js';

/** Who acts in the specs, by name. One person for each role, unless a spec says otherwise with `by`. */
export const actors = {
  orchestrator: 'olga',
  cio: 'ines',
  cto: 'theo',
  cqo: 'quinn',
  cdo: 'dora',
  cso: 'sam',
  cpo: 'pia',
  cco: 'cora',
  deployer: 'ci',
  auditor: 'ada',
  client: 'clem',
  system: 'system',
} as const satisfies Record<Role, string>;

/** A time of the one day on which all specs take place: `10:30`, `10:30:05` or `10:30:05.250`. */
export function time(clock: string): string {
  const [hours = '', minutes = '', seconds = '0'] = clock.split(':');
  const [whole = '', thousandths = ''] = seconds.split('.');
  return `2026-03-02T${hours}:${minutes}:${whole.padStart(2, '0')}.${thousandths.padEnd(3, '0')}Z`;
}

/** Everything happens at ten, unless a spec says otherwise with `at`. */
export const origin: Origin = {
  actor: actors.cio,
  role: 'cio',
  at: time('10:00'),
  commandId: 'command',
  correlationId: 'command',
};

export const act = <What>(role: Role, what: What): Act<What> => ({
  what,
  origin: { role, actor: actors[role] },
});

/** Done by somebody else than the role's usual person. */
export const by = <What>(actor: string, done: Act<What>): Act<What> => withOrigin({ actor }, done);

/** Done in another role, by the person who acted. */
export const as = <What>(role: Role, done: Act<What>): Act<What> => withOrigin({ role }, done);

/** Recorded at another time of the day. */
export const at = <What>(clock: string, done: Act<What>): Act<What> =>
  withOrigin({ at: time(clock) }, done);

/** With a reporter's time of its own. */
export const reportedAt = <What>(clock: string, done: Act<What>): Act<What> =>
  withOrigin({ occurredAt: time(clock) }, done);
