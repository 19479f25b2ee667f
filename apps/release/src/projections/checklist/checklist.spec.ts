import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { checklists } from './checklist.js';

const rowOf = (journey: Journey, version: string) =>
  rowsOf(checklists, journey.log).get(`web@${version}`)!;

describe('what a checklist shows beside its items', () => {
  it('misses nothing in the events that it leaves out', () => {
    const { log } = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
    expect(rowsOf({ ...checklists, types: undefined }, log)).toStrictEqual(rowsOf(checklists, log));
  });

  it('tells when a release was planned and went live, and on whose yes', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const events = journey.log.filter(({ stream }) => stream === 'release-web@1.0.0');
    expect(rowOf(journey, '1.0.0')).toMatchObject({
      plannedAt: events[0]?.recordedAt,
      liveAt: events.at(-1)?.recordedAt,
      contents: {
        grant: { of: 'production', by: 'orchestrator' },
        notes: { whatsNew: [{ ticket: 'T-1.0.0' }] },
      },
    });
  });

  it('tells at which event it changed last, so that it can be shown beside that release', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const ended = journey.log.filter(({ type }) => type === 'PromotionEnded').at(-1);
    expect(rowOf(journey, '1.0.0').revision).toBe(ended?.revision);
  });
});
