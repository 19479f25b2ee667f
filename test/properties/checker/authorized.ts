import type { Fact, FactOf } from '../fact.js';
import type { Moment, Rule, Rules } from './moment.js';
import { unless } from './moment.js';
import { windowMaxMs } from './spec-words.js';
import { gatesOpen } from './verdicts.js';

/** The orchestrator's two yeses, the window and the clients. */

type Of = 'Promotion' | 'Production';

const granted = ({ release, position }: Moment, of: Of) =>
  release.last(`${of}Authorized`, position);

/** The request that the yes was an answer to. */
const requested = (moment: Moment, of: Of) => {
  const yes = granted(moment, of);
  return yes && moment.release.last(`${of}AuthorizationRequested`, yes.position);
};

const voiding: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'CandidateChosen',
  'TicketsRetargeted',
  'ReleaseNotesCompiled',
  'RollbackPlanWritten',
  'SecurityBlockSet',
]);

const canTurnAGate: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'GateReported',
  'SecurityScopeWidened',
]);

/** What voids a yes, or takes it back, found anew from what happened, not from what was recorded as voided. */
function voidedBy(
  { release, candidate, position }: Moment,
  of: Of,
  since: number,
): Fact | undefined {
  return release
    .between(since, position)
    .find(
      (fact) =>
        voiding.has(fact.type) ||
        fact.type === `${of}Denied` ||
        (canTurnAGate.has(fact.type) && gatesOpen(release, candidate, fact.position + 0.5)),
    );
}

const authorized =
  (of: Of): Rule =>
  (moment) => {
    const [yes, request] = [granted(moment, of), requested(moment, of)];
    if (yes?.data.candidate !== moment.candidate || request?.data.candidate !== moment.candidate)
      return `the ${of.toLowerCase()} of this candidate is not authorized`;
    const since = voidedBy(moment, of, request.position);
    return unless(since === undefined, `the yes was voided by ${since?.type ?? ''}`);
  };

const byAnother =
  (of: Of): Rule =>
  (moment) =>
    unless(
      !requesters(moment, of).includes(granted(moment, of)?.actor ?? ''),
      `the ${of.toLowerCase()} was authorized by somebody who requested it`,
    );

/** Everybody who requested what was granted, since the authorization before it came to its end. */
function requesters(moment: Moment, of: Of): readonly string[] {
  const until = granted(moment, of)?.position ?? -1;
  const since = Math.max(
    moment.release.last('AuthorizationsVoided', until)?.position ?? -1,
    moment.release.last(`${of}Denied`, until)?.position ?? -1,
  );
  return moment.release
    .all(`${of}AuthorizationRequested`, until)
    .filter(({ position }) => position > since)
    .map(({ actor }) => actor);
}

export const promotionAuthorized: Rules = {
  'promotion-authorized': authorized('Promotion'),
  'promotion-authorized-by-another': byAnother('Promotion'),
};

export const productionAuthorized: Rules = {
  'production-authorized': authorized('Production'),
  'production-authorized-by-another': byAnother('Production'),
  'production-authorized-after-staging': (moment) => {
    const request = requested(moment, 'Production');
    const staging = moment.release.last(
      'PromotionEnded',
      request?.position ?? -1,
      ({ data }) =>
        data.environment === 'staging' &&
        data.outcome === 'passed' &&
        data.candidate === moment.candidate,
    );
    return unless(
      request === undefined || staging !== undefined,
      'production was authorized before staging had passed',
    );
  },
};

/** The last window that was confirmed, unless another was proposed since or it lapsed. */
function window({ release, position }: Moment): FactOf<'WindowConfirmed'> | undefined {
  const confirmed = release.last('WindowConfirmed', position);
  const after = confirmed && release.between(confirmed.position, position);
  const gone = after?.some(({ type }) => type === 'WindowProposed' || type === 'WindowLapsed');
  return gone === true ? undefined : confirmed;
}

/** Every proposal of the window that was confirmed, since another one stood. */
function proposals(
  { release }: Moment,
  { position: until, data: { start, end } }: FactOf<'WindowConfirmed'>,
): readonly FactOf<'WindowProposed'>[] {
  const proposed = release.all('WindowProposed', until);
  const other = proposed.findLastIndex(({ data }) => data.start !== start || data.end !== end);
  return proposed.slice(other + 1);
}

const windowOpen: Rules = {
  'window-open': (moment) => {
    const confirmed = window(moment)?.data;
    const { recordedAt } = moment.at;
    return unless(
      confirmed !== undefined && confirmed.start <= recordedAt && recordedAt < confirmed.end,
      'no confirmed window is open',
    );
  },
};

export const windowAndClients: Rules = {
  ...windowOpen,
  'window-confirmed-by-another': (moment) => {
    const confirmed = window(moment);
    if (!confirmed) return undefined;
    const proposed = proposals(moment, confirmed);
    return unless(
      proposed.length > 0 && proposed.every(({ actor }) => actor !== confirmed.actor),
      'the window was not proposed by somebody else than who confirmed it',
    );
  },
  'window-length': (moment) => {
    const confirmed = window(moment)?.data;
    if (!confirmed) return undefined;
    const length = Date.parse(confirmed.end) - Date.parse(confirmed.start);
    return unless(length > 0 && length <= windowMaxMs, 'the window is longer than a day');
  },
  'clients-informed': (moment) => {
    const { release, position } = moment;
    const affected = release.last('ClientsDeclaredAffected', position)?.position ?? -1;
    const unaffected = release.last('ClientsDeclaredUnaffected', position)?.position ?? -1;
    if (unaffected > affected) return undefined;
    const told = release.last('ClientCommunicationAcknowledged', position);
    const confirmed = window(moment)?.data;
    return unless(
      told !== undefined &&
        told.position > affected &&
        told.data.start === confirmed?.start &&
        told.data.end === confirmed.end,
      'clients count as affected and were not told of this window',
    );
  },
};
