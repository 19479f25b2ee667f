import type { ActorId, Role } from '@roadbook/decider';
import { projection } from '@roadbook/read-model';
import { streamOf } from '../../domain/streams.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';
import { recorded } from '../recorded.js';

/** An attempt to break a hard rule, as it was recorded. */
export type ViolationRow = ViolationRecorded['data'] & {
  readonly id: string;
  readonly project: string;
  readonly actor: ActorId;
  readonly role: Role;
  /** Recorded time. */
  readonly at: string;
  readonly position: number;
};

/** Every violation on record. */
export const violations = projection({
  name: 'violations',
  version: 2,
  types: ['ViolationRecorded'] satisfies ViolationRecorded['type'][],
  keyOf: ({ id }) => id,
  apply: (_row: ViolationRow | undefined, event): ViolationRow => {
    const { id, position, actor, role, recordedAt, stream, data } = {
      ...recorded<ViolationRecorded>(event),
      stream: event.stream,
    };
    const project = streamOf(stream)?.project ?? '';
    return { ...data, id, project, actor, role, at: recordedAt, position };
  },
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    rule: { type: 'integer', of: ({ rule }) => rule },
    actor: { type: 'text', of: ({ actor }) => actor },
    version: { type: 'text', nullable: true, of: ({ version }) => version },
    position: { type: 'integer', of: ({ position }) => position },
  },
  indexes: [['project', 'position']],
});
