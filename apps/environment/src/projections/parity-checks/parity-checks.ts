import type { ActorId, Role } from '@roadbook/decider';
import { projection, recorded } from '@roadbook/read-model';
import type { DataOf, EnvironmentsEvent } from '../../domain/environments/events.js';
import { streamOf } from '../../domain/streams.js';

/** A check of parity, with what it found. */
export type ParityCheckRow = DataOf<'ParityVerified'> & {
  /** Id of the event, which is the id of the answer. */
  readonly id: string;
  readonly project: string;
  readonly actor: ActorId;
  readonly role: Role;
  /** Recorded time. */
  readonly at: string;
  readonly position: number;
};

/** Every check of parity that ran, whatever it found. */
export const parityChecks = projection({
  name: 'parity-checks',
  version: 1,
  types: ['ParityVerified'] satisfies EnvironmentsEvent['type'][],
  keyOf: ({ id }) => id,
  apply: (_row: ParityCheckRow | undefined, event): ParityCheckRow => {
    type Verified = Extract<EnvironmentsEvent, { type: 'ParityVerified' }>;
    const { id, actor, role, recordedAt: at, position, data } = recorded<Verified>(event);
    const project = streamOf(event.stream)?.project ?? '';
    return { ...data, id, project, actor, role, at, position };
  },
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    purpose: { type: 'text', of: ({ purpose }) => purpose },
    position: { type: 'integer', of: ({ position }) => position },
  },
  indexes: [['project', 'position']],
});
