import type { Recorded } from '@roadbook/decider';
import { driftKey } from './drift.js';
import type { EnvironmentsEvent, SettingsEvent } from './events.js';
import { evolveChange, proposedChange } from './evolve-change.js';
import { contentOf } from './settings.js';
import type { Content } from './settings.js';
import { isEnded } from './state.js';
import type { ConfigurationChange, OpenedEnvironments, Environments } from './state.js';

/** The environments of a project after an event. Believes what it is told. */
export function evolveEnvironments(
  environments: Environments,
  event: Recorded<EnvironmentsEvent>,
): Environments {
  if (event.type === 'EnvironmentsOpened') return opened(event.data);
  return environments.opened ? evolveOpened(environments, event) : environments;
}

const opened = ({ validates }: Pick<OpenedEnvironments, 'validates'>): OpenedEnvironments => ({
  opened: true,
  validates,
  scopes: new Map(),
  observed: {},
  declared: {},
  drifts: new Map(),
  changes: new Map(),
});

function evolveOpened(
  state: OpenedEnvironments,
  event: Exclude<Recorded<EnvironmentsEvent>, { type: 'EnvironmentsOpened' }>,
): OpenedEnvironments {
  switch (event.type) {
    case 'ValidationDescribed': {
      const { environment, validates } = event.data;
      return { ...state, validates: { ...state.validates, [environment]: validates } };
    }
    case 'ScopeDeclared': {
      const { setting, scope } = event.data;
      return { ...state, scopes: new Map([...state.scopes, [setting, scope]]) };
    }
    case 'ConfigurationObserved':
      return observed(state, event);
    case 'DriftFound': {
      const found = event.data.drifts.map((drift) => [driftKey(drift), drift] as const);
      return { ...state, drifts: new Map([...state.drifts, ...found]) };
    }
    case 'DriftResolved': {
      const drifts = new Map(state.drifts);
      for (const drift of event.data.drifts) drifts.delete(driftKey(drift));
      return { ...state, drifts };
    }
    case 'ParityVerified':
      return state;
    case 'ConfigurationChangeProposed': {
      const change = proposedChange(event);
      return { ...state, changes: new Map([...state.changes, [change.id, change]]) };
    }
    default:
      return evolveChange(state, event);
  }
}

function observed(
  state: OpenedEnvironments,
  event: Extract<Recorded<SettingsEvent>, { type: 'ConfigurationObserved' }>,
): OpenedEnvironments {
  const { environment, set, removed } = event.data;
  const settings = new Map<string, Content>(state.observed[environment]?.settings);
  for (const one of set) settings.set(one.setting, contentOf(one));
  for (const setting of removed) settings.delete(setting);
  return {
    ...state,
    observed: { ...state.observed, [environment]: { settings, event: event.id } },
    changes: new Map([...state.changes].map(([id, one]) => [id, settled(one, environment)])),
  };
}

/** What was reported before the environment was observed is what stands there; what is still under way may come after it. */
function settled(
  change: ConfigurationChange,
  environment: keyof ConfigurationChange['applications'],
): ConfigurationChange {
  const application = change.applications[environment];
  if (!application || application.settled) return change;
  const { is } = application;
  const isUnderWay = is === 'ordered' || is === 'reverting' || is === 'reversal-failed';
  if (isUnderWay && !isEnded(change)) return change;
  const applications = { ...change.applications, [environment]: { ...application, settled: true } };
  return { ...change, applications };
}
