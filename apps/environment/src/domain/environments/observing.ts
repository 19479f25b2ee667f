import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision, Environment, Origin } from '@roadbook/decider';
import type { Asked } from './asked.js';
import type { EnvironmentsEvent } from './events.js';
import { following } from './following.js';
import { keyCharactersMax, isSettingKey, sameContent, settingsMax, contentOf } from './settings.js';
import type { Configuration, Setting } from './settings.js';
import { driftShownIn, driftShownOf } from './standing-drift.js';
import { differing, isEnded } from './state.js';
import { verified } from './verifying-parity.js';
import type { ConfigurationChange, OpenedEnvironments } from './state.js';

const settingsAreFew: Condition<Asked<'ReportConfiguration'>> = guard(
  'reported-settings-limit',
  {},
  ({ command: { settings } }) =>
    settings.length > settingsMax
      ? `an environment has at most ${settingsMax} settings, and this report has ${settings.length}`
      : undefined,
);

const keysAreWords: Condition<Asked<'ReportConfiguration'>> = guard(
  'setting-keys',
  {},
  ({ command: { settings } }) => {
    const at = settings.findIndex(({ setting }) => !isSettingKey(setting));
    return at < 0
      ? undefined
      : `the key of the setting at ${at} is not 1 to ${keyCharactersMax} letters, digits and _ . : / -`;
  },
);

const keysDiffer: Condition<Asked<'ReportConfiguration'>> = guard(
  'settings-once',
  {},
  ({ command: { settings } }) => {
    const seen = new Set<string>();
    const twice = settings.find(({ setting }) => seen.size === seen.add(setting).size);
    return twice && `the report has ${twice.setting} twice`;
  },
);

/** The whole configuration of an environment. What it shows follows in the same append: drift, applications, the end of a change, parity. */
export function reportConfiguration(
  asked: Asked<'ReportConfiguration'>,
): Decision<EnvironmentsEvent> {
  const { command, environments, origin } = asked;
  const { environment, settings } = command;
  const refusal = refuseAtFirst([settingsAreFew, keysAreWords, keysDiffer], asked);
  if (refusal) return refusal;
  const before = environments.observed[environment]?.settings;
  const { set, removed } = difference(before ?? new Map(), settings);
  const isNews = !before || set.length + removed.length > 0 || isAwaited(environments, environment);
  if (!isNews) return silence;
  const observed: EnvironmentsEvent = {
    type: 'ConfigurationObserved',
    data: { environment, set, removed, settings: settings.length },
  };
  return [observed, ...shown(following(environments, [observed], origin), environment, origin)];
}

function difference(
  before: Configuration,
  settings: readonly Setting[],
): { set: Setting[]; removed: string[] } {
  const now = new Set(settings.map(({ setting }) => setting));
  return {
    set: settings
      .filter((one) => !sameContent(before.get(one.setting), one))
      .map((one) => ({ setting: one.setting, ...contentOf(one) })),
    removed: [...before.keys()].filter((setting) => !now.has(setting)),
  };
}

/** Somebody has reported what they did there, and an observation that changes nothing says that too. */
const isAwaited = ({ changes }: OpenedEnvironments, environment: Environment): boolean =>
  [...changes.values()].some((change) => {
    const application = change.applications[environment];
    return application?.settled === false && (isReported(application.is) || isEnded(change));
  });

const isReported = (is: string): boolean =>
  is === 'applied' || is === 'failed' || is === 'reverted';

function shown(
  state: OpenedEnvironments,
  environment: Environment,
  origin: Origin,
): EnvironmentsEvent[] {
  const drift = driftShownIn(state, environment);
  const applied = [...state.changes.values()].filter(
    (change) =>
      change.stage === 'open' &&
      change.applications[environment]?.is === 'applied' &&
      change.applications[environment].observed === undefined &&
      differing(state, change, environment, 'to').length === 0,
  );
  const events: EnvironmentsEvent[] = [
    ...drift,
    ...applied.map(({ id }): EnvironmentsEvent => ({
      type: 'ConfigurationApplicationObserved',
      data: { change: id, environment },
    })),
  ];
  const after = following(state, events, origin);
  return applied.reduce(
    ({ events: sofar, state: at }, { id }) => {
      const more = completion(at, at.changes.get(id), origin);
      return { events: [...sofar, ...more], state: following(at, more, origin) };
    },
    { events, state: after },
  ).events;
}

/** A change is everywhere when each of its environments was observed as it says. Its scopes hold from then on, and parity is verified. */
function completion(
  state: OpenedEnvironments,
  change: ConfigurationChange | undefined,
  origin: Origin,
): EnvironmentsEvent[] {
  const isEverywhere = change?.environments.every(
    (one) => change.applications[one]?.observed !== undefined,
  );
  if (!change || !isEverywhere) return [];
  const completed: EnvironmentsEvent[] = [
    { type: 'ConfigurationChangeCompleted', data: { change: change.id, scopes: change.scopes } },
  ];
  const scoped = following(state, completed, origin);
  const drift = driftShownOf(scoped, new Set(change.scopes.map(({ setting }) => setting)));
  const after = following(scoped, drift, origin);
  return [
    ...completed,
    ...drift,
    verified(after, { purpose: 'configuration-change', change: change.id }),
  ];
}
