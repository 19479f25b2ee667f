import { Journey } from '../../projections/journey.fixture.js';
import { Answering } from '../answering.fixture.js';
import { UnknownRelease } from '../errors.js';
import { GetHistory } from './get-history.js';

/** More than the lines of two chapters. */
const proposals = 205;

function longStory() {
  const journey = new Journey().register().plan('1.0.0');
  for (let day = 0; day < proposals; day += 1) {
    const start = new Date(Date.UTC(2027, 0, 1 + day)).toISOString();
    const end = new Date(Date.UTC(2027, 0, 1 + day, 1)).toISOString();
    journey.release('1.0.0', { type: 'ProposeWindow', data: { start, end } }, 'cpo');
  }
  return journey;
}

describe('the history of a release', () => {
  let answering: Answering;

  beforeAll(async () => {
    answering = await Answering.about(longStory());
  });

  afterAll(() => answering.stop());

  it.each([1000, 100, 99, 7])('is whole in pages of %i', async (limit) => {
    const revisions: number[] = [];
    let after: GetHistory['page']['after'];
    do {
      const { items, next } = await answering.ask(new GetHistory('web', '1.0.0', { limit, after }));
      expect(items.length).toBeGreaterThan(0);
      revisions.push(...items.map(({ revision }) => revision));
      after = next;
    } while (after);
    expect(revisions).toStrictEqual(Array.from({ length: proposals + 1 }, (_, index) => index));
  });

  it('says what happened, when, and who did it', async () => {
    const { items } = await answering.ask(new GetHistory('web', '1.0.0', { limit: 1 }));
    expect(items).toMatchObject([
      {
        revision: 0,
        type: 'ReleasePlanned',
        at: '2026-03-02T08:00:01.000Z',
        actor: 'cio',
        role: 'cio',
        what: 'planned as a standard release with 1 ticket',
      },
    ]);
  });

  it('does not exist for a release that is not planned', async () => {
    const asked = answering.ask(new GetHistory('web', '2.0.0', { limit: 1 }));
    await expect(asked).rejects.toThrow(UnknownRelease);
  });
});
