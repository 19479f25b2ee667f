import { project } from '../../commands/knowledge-base.fixture.js';
import type { Audience } from '../../domain/entry/visibility.js';
import { Answering } from '../answering.fixture.js';

describe('the feed of entries', () => {
  let answering: Answering;
  const following: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    answering = await Answering.start();
  });
  afterEach(async () => {
    for (const one of following.splice(0)) await one.stop();
    await answering.stop();
  });

  /** What a subscriber got so far, and when it has so many. */
  async function follow(audience: Audience = 'everybody', last?: string) {
    const after = await answering.feed.beginning({ project, audience }, last);
    const got: string[] = [];
    let wake: () => void = () => undefined;
    following.push(
      answering.feed.follow({
        ...{ project, audience, after },
        onEntry: ({ id }) => {
          got.push(id);
          wake();
          return Promise.resolve();
        },
        onError: (error) => {
          throw error;
        },
      }),
    );
    const has = async (count: number) => {
      while (got.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return got;
    };
    return { got, has };
  }

  it('has what is on record, then each entry as it comes, in order', async () => {
    const { knowledgeBase } = answering;
    const first = await knowledgeBase.write();
    const { has } = await follow();
    await has(1);
    const second = await knowledgeBase.write();
    expect(await has(2)).toStrictEqual([first, second]);
  });

  it('goes on behind the last entry that a subscriber has', async () => {
    const { knowledgeBase } = answering;
    const first = await knowledgeBase.write();
    const second = await knowledgeBase.write();
    const { has } = await follow('everybody', first);
    expect(await has(1)).toStrictEqual([second]);
  });

  it('has for clients what is published, and no sign of anything else', async () => {
    const { knowledgeBase } = answering;
    const first = await knowledgeBase.write();
    await knowledgeBase.write({ visibility: 'internal' });
    const third = await knowledgeBase.write({ visibility: 'deliverable' });
    const { has } = await follow('clients');
    expect(await has(2)).toStrictEqual([first, third]);
    const { has: later } = await follow('clients', first);
    expect(await later(1)).toStrictEqual([third]);
  });

  it('knows no mark that a client may not see', async () => {
    const hidden = await answering.knowledgeBase.write({ visibility: 'internal' });
    await expect(follow('clients', hidden)).rejects.toThrow(`${project} has no entry ${hidden}`);
  });

  it('has nothing of another project', async () => {
    const { knowledgeBase } = answering;
    await knowledgeBase.hear('shop-two');
    await knowledgeBase.write({}, { in: 'shop-two' });
    const own = await knowledgeBase.write();
    const { has } = await follow();
    expect(await has(1)).toStrictEqual([own]);
  });
});
