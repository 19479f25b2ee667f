import type { StoredEvent } from '@roadbook/event-store';
import { toldOf } from '../../domain/notifications/told.fixture.js';
import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { isUnacknowledged, notifications } from './notifications.js';
import type { NotificationRow } from './row.js';

const version = '1.0.0';
const window = { start: '2026-03-02T10:00:00.000Z', end: '2026-03-02T12:00:00.000Z' };
const key = `web/client-communication/${version}/${window.start}/${window.end}`;

/** The story with what roles are told of it, each told right after its event, or only at the end of everything. */
function withNotifications(journey: Journey, told: 'at once' | 'late' = 'at once'): StoredEvent[] {
  const notified = toldOf(journey).map(({ event, ...data }, index): StoredEvent => ({
    ...event,
    id: `notification-${String(index)}`,
    stream: 'notifications-web',
    type: 'RolesNotified',
    revision: index,
    data: {
      ...(data as unknown as StoredEvent['data']),
      tellsOf: event.id,
      happenedAt: event.recordedAt,
    },
  }));
  const log =
    told === 'late'
      ? [...journey.log, ...notified]
      : journey.log.flatMap((event) => [
          event,
          ...notified.filter(({ data }) => data.tellsOf === event.id),
        ]);
  return log.map((event, position) => ({ ...event, position }));
}

const confirmed = (): Journey => {
  const journey = new Journey().register().plan(version).prepare(version);
  journey.release(version, { type: 'ProposeWindow', data: window }, 'cio');
  journey.release(version, { type: 'ConfirmWindow', data: window }, 'orchestrator');
  return journey;
};

const acknowledge = (journey: Journey): void => {
  const data = { note: 'mail sent' };
  journey.release(version, { type: 'AcknowledgeClientCommunication', data }, 'cco');
};

const declare = (journey: Journey, affected: boolean): void => {
  const data = { affected, reason: 'nobody uses it yet' };
  journey.release(version, { type: 'DeclareClients', data }, 'cio');
};

const rowsAfter = (journey: Journey, told?: 'late') =>
  rowsOf(notifications, withNotifications(journey, told));

const asked = (rows: ReadonlyMap<string, NotificationRow>): NotificationRow => rows.get(key)!;

describe('the inbox of a role', () => {
  it('has a place for each role that is told', () => {
    const rows = [...rowsAfter(new Journey().register().plan(version).prepare(version)).values()];
    expect(rows.map(({ told }) => [told?.role, told?.subject, told?.project])).toStrictEqual([
      ['cio', 'web 1.0.0 is ready', 'web'],
      ['cto', 'web 1.0.0 is ready', 'web'],
      ['cpo', 'web 1.0.0 is ready', 'web'],
    ]);
    expect(rows.filter(isUnacknowledged)).toStrictEqual([]);
  });

  it('has what is still to be acknowledged', () => {
    const row = asked(rowsAfter(confirmed()));
    expect(row.told?.role).toBe('cco');
    expect([isUnacknowledged(row), row.acknowledged]).toStrictEqual([true, null]);
  });

  it.each(['at once', 'late'] as const)(
    'shows who acknowledged it and when, where roles are told %s',
    (when) => {
      const journey = confirmed();
      const at = journey.now;
      acknowledge(journey);
      const row = asked(rowsOf(notifications, withNotifications(journey, when)));
      expect(row.acknowledged).toStrictEqual({ by: 'cco', at, note: 'mail sent' });
      expect(isUnacknowledged(row)).toBe(false);
    },
  );

  it('waits for nothing where clients are not affected any more', () => {
    const journey = confirmed();
    declare(journey, false);
    const row = asked(rowsAfter(journey));
    expect([row.told?.settled, isUnacknowledged(row)]).toStrictEqual([true, false]);
  });

  it.each(['at once', 'late'] as const)(
    'waits anew where it is asked for anew, where roles are told %s',
    (when) => {
      const journey = confirmed();
      acknowledge(journey);
      declare(journey, false);
      declare(journey, true);
      const rows = rowsOf(notifications, withNotifications(journey, when));
      expect(isUnacknowledged(asked(rows))).toBe(true);
      acknowledge(journey);
      const again = rowsOf(notifications, withNotifications(journey, when));
      expect(isUnacknowledged(asked(again))).toBe(false);
    },
  );

  it('shows who told clients of a rollback', () => {
    const journey = new Journey().register().goLive(version);
    const rollback = journey.startRollback(version);
    const at = journey.now;
    const told = { type: 'AcknowledgeRollbackCommunication', data: { note: 'mail sent' } } as const;
    journey.release(version, told, 'cco');
    const row = rowsAfter(journey).get(`web/rollback-communication/${version}/${rollback}`);
    expect(row?.told?.subject).toBe('Rollback required: web 1.0.0');
    expect(row?.acknowledged).toStrictEqual({ by: 'cco', at, note: 'mail sent' });
  });

  it('has no place for an acknowledgement that nobody was asked for yet', () => {
    const journey = confirmed();
    acknowledge(journey);
    const rows = rowsOf(notifications, journey.log);
    expect([...rows.values()].map(({ told }) => told)).toStrictEqual([null]);
    expect([...rows.values()].filter(isUnacknowledged)).toStrictEqual([]);
  });
});
