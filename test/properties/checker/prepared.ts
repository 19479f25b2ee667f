import type { FactOf } from '../fact.js';
import type { Moment, Rules } from './moment.js';
import { sameSet, unless } from './moment.js';
import { placeholders, rollbackBudgetSeconds } from './spec-words.js';
import { openTickets, saidAt, standing, targeted } from './verdicts.js';

/** What has to hold of a release before its authorizations and before each of its deployments: evidence, artifacts, plan, parity. */

const ids = (moment: Moment): string[] =>
  targeted(moment.release, moment.position).map(({ id }) => id);

const ofCandidate =
  ({ candidate }: Moment) =>
  ({ data }: { readonly data: { readonly candidate: string } }): boolean =>
    data.candidate === candidate;

const plan = ({ release, position }: Moment) => release.last('RollbackPlanWritten', position);

const rehearsal = ({ release, position }: Moment) => release.last('RehearsalStarted', position);

function stepReports(moment: Moment): FactOf<'RehearsalStepsReported'>[] {
  const started = rehearsal(moment);
  return moment.release
    .all('RehearsalStepsReported', moment.position)
    .filter(
      ({ data, position }) =>
        data.rehearsal === started?.data.rehearsal && position > started.position,
    );
}

const secondsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 1000;

const gate = (of: 'quality' | 'design' | 'security') => (moment: Moment) => {
  const open = openTickets(moment.release, of, moment.candidate, moment.position);
  return unless(open.length === 0, `the ${of} gate is open for ${open.join(', ')}`);
};

export const evidence: Rules = {
  'tickets-merged': (moment) => {
    const merged = moment.release
      .all('TicketsMerged', moment.position)
      .flatMap(({ data }) => data.tickets);
    return unless(
      ids(moment).every((id) => merged.includes(id)),
      'a ticket is not merged',
    );
  },
  'tickets-present': (moment) => {
    const { release, position } = moment;
    const contents = release.last('CandidateContentsReported', position, ofCandidate(moment));
    return unless(
      contents !== undefined && sameSet(contents.data.tickets, ids(moment)),
      'the candidate does not contain the targeted tickets',
    );
  },
  'test-suite': (moment) => {
    const said = moment.release
      .all('TestSuiteReported', moment.position)
      .filter(ofCandidate(moment))
      .map((fact) => ({ verdict: fact.data.verdict, at: saidAt(fact) }));
    return unless(standing(said) === 'passed', 'the test suite did not pass on this candidate');
  },
  'quality-gate': gate('quality'),
  'design-gate': gate('design'),
  'security-gate': gate('security'),
  'security-block': ({ release, position }) => {
    const set = release.last('SecurityBlockSet', position)?.position ?? -1;
    const cleared = release.last('SecurityBlockCleared', position)?.position ?? -1;
    return unless(set <= cleared, 'a security block stands');
  },
};

export const artifacts: Rules = {
  'version-tag': (moment) =>
    unless(
      moment.release.last('VersionTagged', moment.position, ofCandidate(moment))?.data.version ===
        moment.version,
      'the candidate is not tagged',
    ),
  'release-notes': (moment) => {
    const notes = moment.release.last('ReleaseNotesCompiled', moment.position);
    const { whatsNew = [] } = notes?.data ?? {};
    const then = targeted(moment.release, notes?.position ?? -1);
    const now = targeted(moment.release, moment.position);
    const retitled = whatsNew.some(({ ticket, description, type }) => {
      const [before, after] = [then, now].map((all) => all.find(({ id }) => id === ticket));
      const title = description === before?.title ? description : after?.title;
      return after?.type !== type || after.title !== title;
    });
    return unless(
      !retitled &&
        sameSet(
          whatsNew.map(({ ticket }) => ticket),
          ids(moment),
        ),
      'the notes are not of the targeted tickets, as they are now',
    );
  },
  'breaking-change-noted': ({ release, position }) => {
    const planned = release.last('ReleasePlanned', position)?.data.breaking === true;
    const noted = release.last('ReleaseNotesCompiled', position)?.data.breakingChanges ?? [];
    return unless(!planned || noted.length > 0, 'it is planned as breaking, and nothing breaks');
  },
  'rollback-plan': (moment) => unless(plan(moment) !== undefined, 'there is no rollback plan'),
  'deployment-log': (moment) => {
    const { release, position, version } = moment;
    const log = release.last('DeploymentLogPrepared', position, ofCandidate(moment))?.data;
    return unless(
      log?.version === version &&
        log.plan === plan(moment)?.data.plan &&
        sameSet(log.tickets, ids(moment)),
      'no deployment log was prepared with the version, candidate, tickets and plan that stand',
    );
  },
};

export const rollbackPlan: Rules = {
  'plan-specific': (moment) => {
    const { steps = [], verification } = plan(moment)?.data ?? {};
    const all = [...steps, ...(verification ? [verification] : [])];
    const vague = all.some(({ action, command, expected }) =>
      [action, command, expected].some((text) => placeholders.includes(text.trim().toLowerCase())),
    );
    return unless(steps.length > 0 && verification !== undefined && !vague, 'the plan is vague');
  },
  'plan-short': (moment) => {
    const { steps = [], verification } = plan(moment)?.data ?? {};
    const sum = [...steps, ...(verification ? [verification] : [])].reduce(
      (seconds, { estimateSeconds }) => seconds + estimateSeconds,
      0,
    );
    return unless(sum < rollbackBudgetSeconds, 'the plan is estimated at ten minutes or more');
  },
  'plan-reviewed': (moment) => {
    const written = plan(moment);
    const review = moment.release.last('RollbackPlanReviewed', moment.position);
    return unless(
      written !== undefined &&
        review !== undefined &&
        review.position > written.position &&
        review.data.plan === written.data.plan &&
        review.data.verdict === 'passed',
      'the plan that stands is not reviewed',
    );
  },
  'plan-reviewed-by-another': (moment) => {
    const review = moment.release.last('RollbackPlanReviewed', moment.position);
    return unless(
      review === undefined || review.actor !== plan(moment)?.actor,
      'the plan was reviewed by whoever wrote it',
    );
  },
  'plan-rehearsed': (moment) => {
    const started = rehearsal(moment);
    const written = plan(moment)?.data;
    const steps = stepReports(moment).flatMap(({ data }) => data.steps);
    const ended = moment.release.last(
      'RehearsalEnded',
      moment.position,
      ({ data }) => data.rehearsal === started?.data.rehearsal,
    );
    return unless(
      written !== undefined &&
        started?.data.plan === written.plan &&
        started.data.candidate === moment.candidate &&
        steps.length === written.steps.length + 1 &&
        steps.every(({ step, verdict }, index) => step === index + 1 && verdict === 'passed') &&
        ended?.data.verdict === 'passed',
      'not every step of this plan was rehearsed with this candidate, in order, all passed',
    );
  },
  'rehearsed-outside-production': (moment) =>
    unless(
      rehearsal(moment)?.data.environment !== 'production',
      'the plan was rehearsed in production',
    ),
  'rehearsed-in-time': (moment) => {
    const started = rehearsal(moment);
    const reports = stepReports(moment);
    const steps = reports.flatMap(({ data }) => data.steps);
    const [first, last, end] = [steps[0], steps[steps.length - 1], reports[reports.length - 1]];
    if (!started || !first || !last || !end) return undefined;
    const took = Math.max(
      secondsBetween(first.startedAt, last.endedAt),
      secondsBetween(started.recordedAt, end.recordedAt),
    );
    return unless(took < rollbackBudgetSeconds, `the rehearsal took ${String(took)} s`);
  },
};

/** The check on record. After staging passed, a later one decides, and asks for qa too unless a hotfix passes it by. */
export const parity: Rules = {
  'parity-checked': (moment) => {
    const { release, position, kind } = moment;
    const check = release.last('ParityChecked', position, ofCandidate(moment));
    if (!check) return 'parity was not checked for this candidate';
    const { answer } = check.data;
    const staging = release.last(
      'PromotionEnded',
      position,
      ({ data }) => data.environment === 'staging' && data.candidate === moment.candidate,
    );
    const overturned = release.last(
      'PromotionOverturned',
      position,
      ({ data }) => data.deployment === staging?.data.deployment,
    );
    if (staging?.data.outcome !== 'passed' || overturned)
      return unless(answer.staging === 'mirrors', 'staging does not mirror production');
    if (answer.answeredAt < staging.recordedAt) return 'parity was not checked since staging';
    return unless(
      answer.staging === 'mirrors' && (kind === 'hotfix' || answer.qa === 'mirrors'),
      'staging or qa does not mirror production',
    );
  },
  'parity-answered': (moment) => {
    const { release, position, books } = moment;
    const check = release.last('ParityChecked', position, ofCandidate(moment));
    if (!check) return undefined;
    const { id, answeredAt, staging, qa } = check.data.answer;
    const given = books.answers.last('ParityReported', check.position, (fact) => fact.id === id);
    return unless(
      given?.recordedAt === answeredAt && given.data.staging === staging && given.data.qa === qa,
      'the parity that was checked is not what was reported',
    );
  },
};
