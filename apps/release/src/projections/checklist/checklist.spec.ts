import type { Recorded } from '@roadbook/decider';
import { checklist } from '../../domain/checklist.js';
import { eligibility } from '../../domain/eligibility.js';
import { environmentAnswerDecider } from '../../domain/environment-answers/decide.js';
import { environments } from '../../domain/environments.js';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { foldRelease } from '../fold-release.js';
import type { FoldedRelease } from '../fold-release.js';
import { Journey, ticketOf } from '../journey.fixture.js';
import { recorded } from '../recorded.js';
import { rowsOf } from '../rows.fixture.js';
import { checklists } from './checklist.js';

const deadlines = { deploymentMs: 1, verificationMs: 1 };

const rowOf = (journey: Journey, version: string) =>
  rowsOf(checklists, journey.log).get(`web@${version}`)!;

const fold = (events: readonly Recorded<ReleaseEvent>[]) =>
  events.reduce<FoldedRelease | undefined>(foldRelease, undefined)!;

const folded = (journey: Journey, version: string) => fold(rowOf(journey, version).events);

describe('the checklist', () => {
  it('answers every condition as the decider does, at every moment', () => {
    const tickets = ['A', 'B'].map((id) => ({ ...ticketOf(id), id, ui: true }));
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0', { tickets });
    const { log, roadState: road } = journey.rollBack('1.1.0');
    const events = log.filter(({ stream }) => stream === 'release-web@1.1.0');
    const surroundings = { road, ...environmentAnswerDecider.initial, deadlines };
    const answers = (row: FoldedRelease) => {
      const standpoint = { release: row.release, surroundings, at: journey.now };
      const eligible = environments.map((environment) =>
        eligibility({ ...standpoint, environment }),
      );
      return [checklist(standpoint), eligible];
    };
    for (let revision = 1; revision <= events.length; revision += 1) {
      const until = events.slice(0, revision);
      const row = rowsOf(checklists, until).get('web@1.1.0')!;
      const decided = fold(until.map((event) => recorded<ReleaseEvent>(event)));
      expect(answers(fold(row.events))).toStrictEqual(answers(decided));
    }
  });

  it('leaves out what another event sums up', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const left = new Set(rowOf(journey, '1.0.0').events.map(({ type }) => type));
    const types = new Set(
      journey.log.filter(({ stream }) => stream === 'release-web@1.0.0').map(({ type }) => type),
    );
    expect([...types].filter((type) => !left.has(type as never))).toStrictEqual([
      'RehearsalStepsReported',
      'DeploymentLogEntryOpened',
      'DeploymentLogClosed',
    ]);
  });

  it('tells when a release was planned and went live, and its last revision', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const events = journey.log.filter(({ stream }) => stream === 'release-web@1.0.0');
    expect(rowOf(journey, '1.0.0')).toMatchObject({
      revision: events.length - 1,
      changedAt: events.at(-1)?.recordedAt,
    });
    expect(folded(journey, '1.0.0')).toMatchObject({
      plannedAt: events[0]?.recordedAt,
      liveAt: events.at(-1)?.recordedAt,
      contents: { grant: { of: 'production', by: 'orchestrator' } },
    });
  });
});
