import type { ActorId, Environment, Recorded } from '@roadbook/decider';
import type { ConfigurationChangeEvent } from './events.js';
import type { Application, ChangeStage, ConfigurationChange, OpenedEnvironments } from './state.js';

type Proposed = Extract<
  Recorded<ConfigurationChangeEvent>,
  { type: 'ConfigurationChangeProposed' }
>;
type OfKnownChange = Exclude<
  Recorded<ConfigurationChangeEvent>,
  { type: 'ConfigurationChangeProposed' }
>;

export const proposedChange = ({ data, actor }: Proposed): ConfigurationChange => ({
  id: data.change,
  stage: 'open',
  author: actor,
  environments: data.environments,
  diff: data.diff,
  scopes: data.scopes,
  applications: {},
  authorization: { is: 'absent' },
  window: { is: 'absent' },
});

/** What happens to one change, and what it gives to the environments. */
export function evolveChange(state: OpenedEnvironments, event: OfKnownChange): OpenedEnvironments {
  const change = state.changes.get(event.data.change);
  if (!change) return state;
  const changes = new Map([...state.changes, [change.id, after(change, event)]]);
  return { ...state, changes, ...given(state, event) };
}

/** Applied, a change declares its settings in the environment; reverted, what stood there before; completed, its scopes. */
function given(
  { declared, scopes }: OpenedEnvironments,
  { type, data }: OfKnownChange,
): Partial<OpenedEnvironments> {
  switch (type) {
    case 'ConfigurationApplied':
    case 'ConfigurationReverted': {
      const now = data.given.map(({ setting, content }) => [setting, content] as const);
      const settings = new Map([...(declared[data.environment] ?? []), ...now]);
      return { declared: { ...declared, [data.environment]: settings } };
    }
    case 'ConfigurationChangeCompleted': {
      const now = data.scopes.map(({ setting, to }) => [setting, to] as const);
      return { scopes: new Map([...scopes, ...now]) };
    }
    default:
      return {};
  }
}

function after(change: ConfigurationChange, event: OfKnownChange): ConfigurationChange {
  const { id, actor } = event;
  switch (event.type) {
    case 'ConfigurationChangeConfirmed':
      return { ...change, confirmed: { by: actor, event: id } };
    case 'ConfigurationChangeReviewed':
      return { ...change, review: { by: actor, verdict: event.data.verdict, event: id } };
    case 'ConfigurationApplicationOrdered':
      return inEnvironment(change, event.data.environment, 'ordered');
    case 'ConfigurationApplied':
      return inEnvironment(change, event.data.environment, 'applied');
    case 'ConfigurationApplicationFailed':
      return inEnvironment(change, event.data.environment, 'failed');
    case 'ConfigurationApplicationObserved': {
      const { environment } = event.data;
      const application: Application = { is: 'applied', settled: true, observed: id };
      return { ...change, applications: { ...change.applications, [environment]: application } };
    }
    case 'ConfigurationAuthorizationRequested': {
      const by = [...askers(change.authorization), actor];
      return { ...change, authorization: { is: 'requested', by } };
    }
    case 'ConfigurationChangeAuthorized':
      return { ...change, authorization: { is: 'granted', event: id } };
    case 'ConfigurationChangeDenied':
      return { ...change, authorization: { is: 'denied', reason: event.data.reason } };
    case 'ConfigurationWindowProposed':
      return {
        ...change,
        window: { is: 'proposed', ...windowOf(event.data), by: proposers(change, event) },
      };
    case 'ConfigurationWindowConfirmed':
      return { ...change, window: { is: 'confirmed', ...windowOf(event.data), event: id } };
    case 'ConfigurationWindowLapsed':
      return { ...change, window: { is: 'lapsed', ...windowOf(event.data) } };
    case 'ConfigurationReversalOrdered':
      return event.data.environments.reduce<ConfigurationChange>(
        (one, environment) => inEnvironment(one, environment, 'reverting'),
        { ...change, stage: 'reverting' },
      );
    case 'ConfigurationReverted':
      return inEnvironment(change, event.data.environment, 'reverted');
    case 'ConfigurationReversalFailed':
      return inEnvironment(change, event.data.environment, 'reversal-failed');
    case 'ConfigurationChangeCompleted':
      return ended(change, 'completed');
    case 'ConfigurationChangeWithdrawn':
      return ended(change, 'withdrawn');
    case 'ConfigurationChangeReverted':
      return ended(change, 'reverted');
    default:
      return event satisfies never;
  }
}

const ended = (change: ConfigurationChange, stage: ChangeStage): ConfigurationChange => ({
  ...change,
  stage,
});

/** From the order on, nobody knows what stands there until it is observed. */
const inEnvironment = (
  change: ConfigurationChange,
  environment: Environment,
  is: Application['is'],
): ConfigurationChange => ({
  ...change,
  applications: { ...change.applications, [environment]: { is, settled: false } },
});

const askers = (authorization: ConfigurationChange['authorization']): readonly ActorId[] =>
  authorization.is === 'requested' ? authorization.by : [];

const windowOf = ({ start, end }: { start: string; end: string }) => ({ start, end });

const proposers = (
  { window }: ConfigurationChange,
  { data, actor }: Extract<OfKnownChange, { type: 'ConfigurationWindowProposed' }>,
): readonly ActorId[] =>
  window.is === 'proposed' && window.start === data.start && window.end === data.end
    ? [...window.by, actor]
    : [actor];
