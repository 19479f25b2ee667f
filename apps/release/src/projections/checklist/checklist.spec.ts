import { foldRelease } from '../fold-release.js';
import type { FoldedRelease } from '../fold-release.js';
import { Journey, ticketOf } from '../journey.fixture.js';
import { rowsOf } from '../rows.fixture.js';
import { checklists } from './checklist.js';

const rowOf = (journey: Journey, version: string) =>
  rowsOf(checklists, journey.log).get(`web@${version}`)!;

const folded = (journey: Journey, version: string) =>
  rowOf(journey, version).events.reduce<FoldedRelease | undefined>(foldRelease, undefined)!;

describe('the checklist', () => {
  it('rests on what the decider decides with', () => {
    const tickets = ['A', 'B'].map((id) => ({ ...ticketOf(id), id, ui: true }));
    const journey = new Journey().register().goLive('1.0.0', { tickets }).goLive('1.1.0');
    journey.rollBack('1.1.0');
    for (const version of ['1.0.0', '1.1.0']) {
      const { rehearsal: _shown, candidate: shown, ...rest } = folded(journey, version).release;
      const { rehearsal: _decided, candidate: decided, ...decidedRest } = journey.planned(version);
      expect(rest).toStrictEqual(decidedRest);
      expect({ ...shown, log: undefined }).toStrictEqual({ ...decided, log: undefined });
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
