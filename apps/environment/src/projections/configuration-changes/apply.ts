import type { Environment } from '@roadbook/decider';
import type { Placed } from '@roadbook/read-model';
import type { ConfigurationChangeEvent } from '../../domain/environments/events.js';
import { endOf } from './ends.js';
import type { Act, ApplicationRow, ConfigurationChangeRow } from './row.js';

type ChangeEvent = Placed<ConfigurationChangeEvent>;

const actOf = ({ actor, role, recordedAt: at }: ChangeEvent): Act => ({ actor, role, at });

/** The change after one more event about it. */
export function applyToConfigurationChange(
  row: ConfigurationChangeRow | undefined,
  event: ChangeEvent,
  project: string,
): ConfigurationChangeRow | undefined {
  const { revision, position } = event;
  if (event.type !== 'ConfigurationChangeProposed')
    return row && { ...row, ...whatChanges(row, event), revision };
  const { settings: _, ...data } = event.data;
  return { ...data, ...proposed, project, proposed: actOf(event), position, revision };
}

const proposed = {
  stage: 'open',
  confirmed: null,
  review: null,
  authorization: { state: 'absent', by: null, at: null, reason: null },
  window: { state: 'absent', start: null, end: null, by: null },
  applications: [],
  reversal: null,
  ended: null,
} as const;

function whatChanges(
  row: ConfigurationChangeRow,
  event: Exclude<ChangeEvent, { type: 'ConfigurationChangeProposed' }>,
): Partial<ConfigurationChangeRow> {
  const act = actOf(event);
  const { actor: by, at } = act;
  switch (event.type) {
    case 'ConfigurationChangeConfirmed':
      return { confirmed: act };
    case 'ConfigurationChangeReviewed':
      return { review: { ...act, verdict: event.data.verdict, note: event.data.note } };
    case 'ConfigurationAuthorizationRequested':
      return { authorization: { state: 'requested', by, at, reason: null } };
    case 'ConfigurationChangeAuthorized':
      return { authorization: { state: 'granted', by, at, reason: null } };
    case 'ConfigurationChangeDenied':
      return { authorization: { state: 'denied', by, at, reason: event.data.reason } };
    case 'ConfigurationWindowProposed':
      return { window: { state: 'proposed', ...hoursOf(event.data), by } };
    case 'ConfigurationWindowConfirmed':
      return { window: { state: 'confirmed', ...hoursOf(event.data), by } };
    case 'ConfigurationWindowLapsed':
      return { window: { state: 'lapsed', ...hoursOf(event.data), by } };
    case 'ConfigurationReversalOrdered': {
      const { environments, reason } = event.data;
      const applications = row.applications.map((one) =>
        environments.includes(one.environment) ? { ...one, state: 'reverting' as const } : one,
      );
      return { stage: 'reverting', reversal: { ...act, reason }, applications };
    }
    case 'ConfigurationChangeCompleted':
    case 'ConfigurationChangeWithdrawn':
    case 'ConfigurationChangeReverted':
      return endOf(row, event, act);
    default:
      return { applications: inEnvironment(row.applications, event) };
  }
}

const hoursOf = ({ start, end }: { start: string; end: string }) => ({ start, end });

type InEnvironment = Extract<ChangeEvent, { data: { environment: Environment } }>;

const stateAfter = {
  ConfigurationApplicationOrdered: 'ordered',
  ConfigurationApplied: 'applied',
  ConfigurationApplicationFailed: 'failed',
  ConfigurationApplicationObserved: 'applied',
  ConfigurationReverted: 'reverted',
  ConfigurationReversalFailed: 'reversal-failed',
} as const satisfies Record<InEnvironment['type'], ApplicationRow['state']>;

function inEnvironment(
  applications: readonly ApplicationRow[],
  { type, data, recordedAt: at }: InEnvironment,
): ApplicationRow[] {
  const { environment } = data;
  const state = stateAfter[type];
  if (type === 'ConfigurationApplicationOrdered') {
    const nothing = { reportedAt: null, evidence: null, observedAt: null };
    return [...applications, { environment, state, orderedAt: at, ...nothing }];
  }
  const news =
    type === 'ConfigurationApplicationObserved'
      ? { observedAt: at }
      : { reportedAt: at, evidence: data.evidence };
  return applications.map((one) =>
    one.environment === environment ? { ...one, state, ...news } : one,
  );
}
