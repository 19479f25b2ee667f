import {
  configurationObserved,
  driftFound,
  driftResolved,
  parityVerified,
} from '@roadbook/contracts';
import type { Environment } from '@roadbook/decider';
import { nothing, tell } from '@roadbook/telling';
import { driftKey } from '../domain/environments/drift.js';
import type { Drift } from '../domain/environments/drift.js';
import type { SettingsEvent } from '../domain/environments/events.js';
import type { EnvironmentsInFull } from '../domain/environments/in-full.js';
import { contentOf } from '../domain/environments/settings.js';
import type { Content } from '../domain/environments/settings.js';
import { observedIn, scopeOf } from '../domain/environments/state.js';
import type { Environments } from '../domain/environments/state.js';
import { inMessages, partNamed } from './chunks.js';
import { driftEntries } from './parts.js';
import type { EnvironmentTellings } from './environments.js';

export const observations: EnvironmentTellings<SettingsEvent> = {
  EnvironmentsOpened: nothing,
  ValidationDescribed: nothing,
  ScopeDeclared: nothing,
  ConfigurationObserved: ({ data }, { happening, full }) => {
    const { environment, set, removed, settings } = data;
    const entry = (setting: string, now: Content | null) => ({
      setting,
      scope: full.environments.opened
        ? scopeOf(full.environments, setting)
        : ('behaviour' as const),
      before: contentIn(full.before, environment, setting),
      now,
    });
    const changed = [
      ...set.map((one) => entry(one.setting, contentOf(one))),
      ...removed.map((setting) => entry(setting, null)),
    ];
    return inMessages(changed).map((part, index) =>
      tell(
        configurationObserved,
        { ...happening, environment, settings, changed: part },
        partNamed(index),
      ),
    );
  },
  DriftFound: ({ data: { drifts } }, { happening, full }) => {
    const found = drifts.map((drift) => ({
      ...{ setting: drift.setting, environment: drift.environment, kind: drift.kind },
      ...contentsOf(full, drift),
    }));
    const environment = observedEnvironment(full, drifts);
    return inMessages(found).map((drift, index) =>
      tell(driftFound, { ...happening, environment, drift }, partNamed(index)),
    );
  },
  DriftResolved: ({ data: { drifts } }, { happening, full }) => {
    const resolved = drifts.map((drift) => {
      const { event: foundBy = happening.event, at: foundAt = happening.recordedAt } =
        full.found.get(driftKey(drift)) ?? {};
      const { setting, environment, kind } = drift;
      return { setting, environment, kind, foundBy, foundAt };
    });
    const environment = observedEnvironment(full, drifts);
    return inMessages(resolved).map((drift, index) =>
      tell(driftResolved, { ...happening, environment, drift }, partNamed(index)),
    );
  },
  ParityVerified: ({ data }, { happening }) => {
    const { driftCount: _, drift, ...verified } = data;
    return [tell(parityVerified, { ...happening, ...verified, drift: driftEntries(drift) })];
  },
};

/** A change of scope shows drift too: then it is told of where it stands. */
const observedEnvironment = (
  { observed }: EnvironmentsInFull,
  drifts: readonly Drift[],
): Environment => observed ?? drifts[0]?.environment ?? 'production';

const contentIn = (
  environments: Environments,
  environment: Environment,
  setting: string,
): Content | null =>
  (environments.opened ? observedIn(environments, environment, setting) : undefined) ?? null;

/** What production has, or what changes gave the environment; and what it has. */
function contentsOf({ environments }: EnvironmentsInFull, drift: Drift) {
  const { setting, environment, kind } = drift;
  const declared = environments.opened
    ? (environments.declared[environment]?.get(setting) ?? null)
    : null;
  return {
    expected: kind === 'declared' ? declared : contentIn(environments, 'production', setting),
    observed: contentIn(environments, environment, setting),
  };
}
