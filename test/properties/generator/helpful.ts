import type { Environment } from '@roadbook/decider';
import { eligibility } from '../../../apps/release/src/domain/eligibility.js';
import type { Eligibility } from '../../../apps/release/src/domain/eligibility.js';
import type { AtEnvironment } from '../../../apps/release/src/domain/hard-rules/standpoint.js';
import { paths } from '../../../apps/release/src/domain/environments.js';
import { needsRollback } from '../../../apps/release/src/domain/release/promotion-end.js';
import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import { surroundingsIn } from '../simulator/service.js';
import type { Act } from '../simulator/world.js';
import { deployment } from './deployment.js';
import type { Moment } from './moment.js';
import { planning } from './planning.js';
import { rollback, rollBack } from './rollback.js';
import { supplies } from './supplies.js';

/** The next command that brings a release on its way, as the book itself says what is missing and who can supply it. */
export function helpful(moment: Moment, version: string): Act | undefined {
  const release = moment.book.release(version);
  if (release.situation === 'unplanned') return planning(moment, version);
  switch (release.stage) {
    case 'on-the-road':
      return onTheRoad(moment, release);
    case 'live':
      return moment.random.chance(0.12) ? rollBack(moment, version) : undefined;
    case 'rolling-back':
    case 'rolled-back':
      return rollback(moment, release);
    case 'withdrawn':
      return undefined;
  }
}

function onTheRoad(moment: Moment, release: PlannedRelease): Act | undefined {
  const attempts = release.candidate?.attempts ?? {};
  const open = Object.values(attempts).find(({ phase }) => phase !== 'ended');
  if (open) return deployment(moment, release, open);
  const environment = nextEnvironment(release);
  const last = attempts.production;
  if (last && needsRollback({ ...last, phase: last.endedIn }))
    return rollBack(moment, release.version);
  return towards(moment, release, environment);
}

export const nextEnvironment = ({ kind, candidate }: PlannedRelease): Environment =>
  paths[kind].find((environment) => candidate?.attempts[environment]?.outcome !== 'passed') ??
  'production';

let lastAsked: { readonly about?: AtEnvironment; readonly answer: Eligibility } = {
  answer: { allowed: false, answers: [] },
};

/** Eligibility, which is asked several times about the same moment. */
export function mayBeDeployed(about: AtEnvironment): Eligibility {
  const { about: last } = lastAsked;
  const same =
    last?.release === about.release &&
    last.at === about.at &&
    last.environment === about.environment &&
    last.surroundings.road === about.surroundings.road &&
    last.surroundings.parity === about.surroundings.parity &&
    last.surroundings.pipeline === about.surroundings.pipeline;
  if (!same) lastAsked = { about, answer: eligibility(about) };
  return lastAsked.answer;
}

/** Supplies one of the things that are missing, the first of them more often than the others; asks for the deployment when none is. */
function towards(
  moment: Moment,
  release: PlannedRelease,
  environment: Environment,
): Act | undefined {
  const { book, now, random } = moment;
  const surroundings = surroundingsIn(book);
  const { allowed, answers } = mayBeDeployed({ release, surroundings, at: now, environment });
  if (allowed) {
    const wish = { of: 'promotion', version: release.version, environment } as const;
    return moment.act('cio', wish);
  }
  const missing = answers.filter(({ finding }) => !finding.met).map(({ id }) => id);
  const one = random.chance(0.8) ? missing[0] : random.pick(missing);
  return supplies[one ?? '']?.(moment, release);
}
