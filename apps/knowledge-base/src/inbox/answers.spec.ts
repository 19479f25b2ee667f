import { encode, environmentAsked, knownIssuesAsked } from '@roadbook/contracts';
import { ManualClock } from '@roadbook/process';
import { UnknownProject } from '@roadbook/questions';
import { eventId } from '../commands/knowledge-base.fixture.js';
import { Answers } from './answers.js';
import type { ForNotes } from './answers.js';

const question = eventId('question');
const provenance = {
  ...{ id: question, source: 'urn:roadbook:release', time: '2026-03-02T08:20:00.000Z' },
};
const asked = encode(knownIssuesAsked, knownIssuesAsked.example, provenance).envelope;
const entry = eventId('entry');
const found = {
  knownIssues: [{ entry, issue: 'i', severity: 's', workaround: 'w', targetFix: '1.4.1' }],
  context: [{ entry, title: 'Why' }],
};

describe('a question about known issues', () => {
  const answers = (forNotes: ForNotes) =>
    new Answers(undefined as never, new ManualClock('2026-03-02T08:20:00.100Z'), forNotes);

  it('is answered with what the knowledge base has for the version', async () => {
    const of: string[][] = [];
    const answer = await answers((...about) => {
      of.push(about);
      return Promise.resolve(found);
    }).answer(asked);
    expect(of).toStrictEqual([['shop', '1.4.0']]);
    expect(answer?.key).toBe('shop/1.4.0');
    expect(answer?.envelope).toMatchObject({
      type: 'roadbook.known-issues-answered.v1',
      ...{ correlationid: question, source: 'urn:roadbook:knowledge-base' },
      data: {
        ...{ question, project: 'shop', version: '1.4.0', ...found },
        answeredAt: '2026-03-02T08:20:00.100Z',
      },
    });
  });

  it('has the same answer, by its id, when it is asked again', async () => {
    const answering = answers(() => Promise.resolve(found));
    const [once, again] = [await answering.answer(asked), await answering.answer(asked)];
    expect(again).toStrictEqual(once);
  });

  it('comes again where its project was not heard of yet', async () => {
    const unheard = new UnknownProject('shop');
    await expect(answers(() => Promise.reject(unheard)).answer(asked)).rejects.toBe(unheard);
  });

  it('is the only one that is answered here', async () => {
    const other = encode(environmentAsked, environmentAsked.example, provenance).envelope;
    expect(await answers(() => Promise.resolve(found)).answer(other)).toBeUndefined();
  });
});
