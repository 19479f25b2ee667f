import { hourMs, minuteMs } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import type { History } from '@roadbook/decider/acting';
import { answeredAt, servedBy } from '../environment-answers/environments.fixture.js';
import { origin, strictlyEqual } from '../acts.fixture.js';
import { paths } from '../environments.js';
import type { Surroundings } from '../hard-rules/standpoint.js';
import { emptyRoad } from '../road/road.js';
import type { Road } from '../road/road.js';
import { releaseDecider } from './decide.js';
import type { ReleaseEvent } from './events.js';
import {
  chosen,
  contained,
  candidate,
  gate,
  logPrepared,
  merged,
  mirrors,
  notesCompiled,
  parityChecked,
  planned,
  planReviewed,
  planWritten,
  prepared,
  rehearsalEnded,
  rehearsalStarted,
  rehearsalSteps,
  step,
  tagged,
  testSuite,
  version,
} from './history.fixture.js';
import {
  checked,
  claimed,
  clientsInformed,
  confirmed,
  deploymentTo,
  ended,
  logClosed,
  productionAuthorized,
  productionRequested,
  promotionAuthorized,
  promotionRequested,
  reported,
  requested,
  windowConfirmed,
  windowProposed,
} from './promotion.fixture.js';

export const registered: Road = {
  ...emptyRoad,
  project: { project: 'shop', name: 'Shop', event: 'ProjectRegistered#1' },
};

/** A registered project, everything mirrored and confirmed, and the usual deadlines. */
export const surroundings: Surroundings = {
  road: registered,
  parity: mirrors,
  pipeline: confirmed,
  deadlines: { deploymentMs: hourMs, verificationMs: 15 * minuteMs },
};

/** Whatever serves no deployment yet was asked for the one that the command is about, at its instant. */
const askedNow: typeof releaseDecider = {
  ...releaseDecider,
  decide: (command, state, origin, { parity, pipeline, ...around }) =>
    releaseDecider.decide(command, state, origin, {
      ...around,
      ...answeredAt({ parity, pipeline }, origin.at, servedBy(command)),
    }),
};

/** `release(planned(), merged()).when(…).then…` */
export const release = specification(askedNow, { origin, surroundings }, strictlyEqual);

/** Surroundings in which the release holds the environment on the road. */
export const holding = (environment: Environment, attempt = 1): { readonly road: Road } => {
  const claim = deploymentTo(environment, attempt);
  const of = { version, candidate, kind: 'standard', commandId: 'command' } as const;
  const claims = { [environment]: { claim, ...of, event: 'EnvironmentClaimed#1' } };
  return { road: { ...registered, claims } };
};

/** Surroundings in which this version stands in production. */
export const standing = (inProduction: string): { readonly road: Road } => ({
  road: {
    ...registered,
    highestStarted: inProduction,
    standing: { version: inProduction, event: 'EnvironmentVacated#1' },
  },
});

type Past = readonly History<ReleaseEvent>[];

export const gates: Past = [gate('quality'), gate('design'), gate('security')];
/** All that is proved about the candidate, and what the release ships with. */
export const proved: Past = [chosen(), contained(), testSuite(), ...gates, parityChecked()];
export const rehearsed: Past = [
  rehearsalStarted(),
  rehearsalSteps(step(1), step(2)),
  rehearsalEnded(),
];
export const documented: Past = [
  notesCompiled(),
  planWritten(),
  planReviewed(),
  ...rehearsed,
  tagged(),
  logPrepared(),
];
/** Prepared: everything of the checklist but the authorizations, the window and the clients. */
export const ready: Past = [planned(), merged(), ...proved, ...documented, prepared()];
export const authorized: Past = [...ready, promotionRequested(), promotionAuthorized()];

export const deploying = (environment: Environment): Past => [
  requested(environment),
  claimed(environment),
];
export const verifying = (environment: Environment): Past => [
  ...deploying(environment),
  reported(environment),
];
export const passed = (environment: Environment): Past => [
  ...verifying(environment),
  checked(environment),
  ended(environment, 'passed'),
];
/** Authorized, and passed every environment of the standard path up to this one. */
export const passedUpTo = (last: Environment): Past => [
  ...authorized,
  ...paths.standard.slice(0, paths.standard.indexOf(last) + 1).flatMap(passed),
];
export const clearance: Past = [
  productionRequested(),
  productionAuthorized(),
  windowProposed(),
  windowConfirmed(),
  clientsInformed(),
];
/** Nothing stands between the release and production. */
export const cleared: Past = [
  ...passedUpTo('staging'),
  parityChecked({ ...mirrors, id: 'ParityReported#2' }),
  ...clearance,
];
export const live: Past = [...cleared, ...passed('production'), logClosed('SUCCESS')];
