import type { StoredEvent } from '@roadbook/event-store';
import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { chapterKey, releaseHistory } from './release-history.js';
import { sentenceOf } from './sentences.js';

describe('the history of a release', () => {
  it('has a line for each event: what, when, who and in which role', () => {
    const occurredAt = '2021-05-01T00:00:00.000Z';
    const journey = new Journey().register().plan('1.0.0', { occurredAt });
    journey.release('1.0.0', { type: 'ChooseCandidate', data: { commit: 'c1' } }, 'cio', {
      actor: 'ana',
    });
    expect(rowsOf(releaseHistory, journey.log).get('web@1.0.0#0')).toStrictEqual({
      lines: [
        {
          id: journey.log[1]?.id,
          revision: 0,
          type: 'ReleasePlanned',
          at: '2026-03-02T08:00:01.000Z',
          occurredAt,
          actor: 'cio',
          role: 'cio',
          what: 'planned as a standard release with 1 ticket',
        },
        {
          id: journey.log[2]?.id,
          revision: 1,
          type: 'CandidateChosen',
          at: '2026-03-02T08:00:02.000Z',
          actor: 'ana',
          role: 'cio',
          what: 'candidate c1 chosen',
        },
      ],
    });
  });

  it('is told in chapters, so that no line rewrites a long history', () => {
    const event = new Journey().register().plan('1.0.0').log[1]!;
    const log = Array.from({ length: 60 }, (_, revision): StoredEvent => ({ ...event, revision }));
    const chapters = rowsOf(releaseHistory, log);
    expect(
      [...chapters].map(([key, { lines }]) => [key, lines[0]?.revision, lines.length]),
    ).toStrictEqual([
      ['web@1.0.0#0', 0, 25],
      ['web@1.0.0#1', 25, 25],
      ['web@1.0.0#2', 50, 10],
    ]);
    expect(chapterKey('web@1.0.0', 49)).toBe('web@1.0.0#1');
  });

  it('says every event of a life in production and back as a sentence', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
    const lines = [...rowsOf(releaseHistory, journey.log).values()].flatMap(({ lines }) => lines);
    const told = new Map(lines.map(({ type, what }) => [type, what]));
    expect(Object.fromEntries(told)).toMatchObject({
      GateReported: 'quality gate passed for T-1.1.0 on commit-1.1.0',
      ParityChecked: 'parity checked: staging mirrors, qa mirrors of production',
      RehearsalStepsReported: 'rehearsal: step 1 passed, step 2 passed, step 3 passed',
      DeploymentRequested: 'deployment to production requested, attempt 1',
      PromotionEnded: 'promotion to production ended: passed',
      RollbackStarted: 'rollback to 1.0.0 started: errors',
      RollbackCompleted: 'rolled back to 1.0.0 in 2 s',
      DeploymentLogClosed: 'deployment log closed: SUCCESS',
    });
    expect([...told].filter(([type, what]) => type === what)).toStrictEqual([]);
  });

  it('names the first tickets of many', () => {
    const data = { tickets: ['A', 'B', 'C', 'D', 'E'], commit: 'c1' };
    expect(sentenceOf({ type: 'TicketsMerged', data })).toBe('A, B, C and 2 more merged with c1');
  });

  it('says only the type of an event that a newer version has written', () => {
    expect(sentenceOf({ type: 'ReleaseAdmired', data: {} })).toBe('ReleaseAdmired');
  });
});
