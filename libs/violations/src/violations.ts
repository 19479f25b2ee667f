import type { ActorId, Role, Violation, ViolationRecordedAbout } from '@roadbook/decider';
import { projection, recorded } from '@roadbook/read-model';
import type { Columns } from '@roadbook/read-model';

/** An attempt to break a hard rule, as it was recorded. */
export type ViolationRow<Of extends object> = Violation<Of> & {
  readonly id: string;
  readonly project: string;
  readonly actor: ActorId;
  readonly role: Role;
  /** Recorded time. */
  readonly at: string;
  readonly position: number;
};

interface About<Row extends object, Own> {
  /** Of the projection. */
  readonly version: number;
  readonly projectOf: (stream: string) => string;
  /** By what a service tells its violations apart, beside project, rule and actor. */
  readonly columns: Own & Columns<Row>;
}

/** The projection of every violation that a service has on record. */
export const violationsAbout = <Row extends ViolationRow<object>, const Own extends Columns<Row>>({
  version,
  projectOf,
  columns,
}: About<Row, Own>) =>
  projection({
    name: 'violations',
    version,
    types: ['ViolationRecorded'] satisfies ViolationRecordedAbout<object>['type'][],
    keyOf: ({ id }) => id,
    apply: (_row: Row | undefined, event): Row => {
      const { id, position, actor, role, recordedAt, data } =
        recorded<ViolationRecordedAbout<Row>>(event);
      const project = projectOf(event.stream);
      return { ...data, id, project, actor, role, at: recordedAt, position };
    },
    columns: {
      project: { type: 'text', of: ({ project }) => project },
      rule: { type: 'integer', of: ({ rule }) => rule },
      actor: { type: 'text', of: ({ actor }) => actor },
      ...columns,
      position: { type: 'integer', of: ({ position }) => position },
    },
    indexes: [['project', 'position']],
  });
