import { isRefusal } from '@roadbook/decider';
import { contents } from '../domain/acts.fixture.js';
import { entryStream } from '../domain/streams.js';
import { entryOfCommand } from './entry-id.js';
import { Superseding } from './superseding.js';
import { eventId, idOf, KnowledgeBase, prepared, project } from './knowledge-base.fixture.js';

const sentences = ({ refused }: { refused: readonly { missing: string }[] }) =>
  refused.map(({ missing }) => missing);

/** All orders of some things. */
const permutations = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((thing, place) =>
        permutations(things.toSpliced(place, 1)).map((rest) => [thing, ...rest]),
      );

describe('writing an entry', () => {
  it('makes one, however often the command is repeated', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const write = () =>
      knowledgeBase.deciding.write(
        project,
        contents(),
        null,
        knowledgeBase.origin('cio', 'the same'),
      );
    const first = await write();
    const again = await write();
    expect(again).toStrictEqual({ ...first, repeated: true });
    expect((await knowledgeBase.recorded()).size).toBe(1);
  });

  it('takes the place of another one, which says so', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const older = await knowledgeBase.write({ visibility: 'internal' });
    const newer = await knowledgeBase.write({}, { supersedes: older });
    expect((await knowledgeBase.entry(older)).supersededBy?.by).toBe(newer);
    expect((await knowledgeBase.recorded()).get(newer)?.supersedes).toStrictEqual({
      entry: older,
      visibility: 'internal',
    });
  });

  it('takes the place of no entry twice', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const older = await knowledgeBase.write();
    const newer = await knowledgeBase.write({}, { supersedes: older });
    expect(sentences(await knowledgeBase.refused(older))).toStrictEqual([
      `it was superseded by ${newer} already; supersede that one`,
    ]);
    expect((await knowledgeBase.recorded()).size).toBe(2);
  });

  it('takes the place of no entry of another project', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    await knowledgeBase.hear('other');
    const elsewhere = await knowledgeBase.write({}, { in: 'other' });
    expect(sentences(await knowledgeBase.refused(elsewhere))).toStrictEqual([
      'the project has no entry with the id that is to be superseded',
    ]);
  });

  it('leaves an entry alone when what is written in its place is refused', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const older = await knowledgeBase.write();
    expect(sentences(await knowledgeBase.refused(older, { title: '' }))).toStrictEqual([
      'an entry needs a title',
    ]);
    expect((await knowledgeBase.entry(older)).supersededBy).toBeNull();
  });

  it('is refused for a project that was not heard of', async () => {
    const knowledgeBase = new KnowledgeBase();
    expect(sentences(await knowledgeBase.refused(null))).toStrictEqual([
      'this project is not registered',
    ]);
  });
});

describe('an entry that announced itself where it takes the place of another, before a crash', () => {
  const command = 'the same';

  /** The first of its two appends, and not the second. */
  async function announced() {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const older = await knowledgeBase.write();
    const origin = knowledgeBase.origin('cio', command);
    const lost = entryOfCommand(origin);
    const superseding = new Superseding(knowledgeBase.decisions, project);
    await superseding.supersede(older, lost, origin);
    const repeat = () =>
      knowledgeBase.deciding.write(
        project,
        contents(),
        older,
        knowledgeBase.origin('cio', command),
      );
    return { knowledgeBase, older, lost, repeat };
  }

  it('is recorded when the command is repeated', async () => {
    const { knowledgeBase, lost, repeat } = await announced();
    expect(await repeat()).toMatchObject({ entry: lost, repeated: false });
    expect((await knowledgeBase.recorded()).has(lost)).toBe(true);
  });

  it('is waited for', async () => {
    const { knowledgeBase, older, lost } = await announced();
    expect(sentences(await knowledgeBase.refused(older))).toStrictEqual([
      `it was superseded by ${lost} already; supersede that one`,
    ]);
  });

  it('gives way to another one after a while, and comes no more', async () => {
    const { knowledgeBase, older, repeat } = await announced();
    knowledgeBase.clock.advance({ seconds: 11 });
    const newer = await knowledgeBase.write({}, { supersedes: older });
    expect((await knowledgeBase.entry(older)).supersededBy?.by).toBe(newer);
    const late = await repeat();
    expect(isRefusal(late) && sentences(late)).toStrictEqual([
      'recording it took so long that it was given up for another one; write it again, with another Idempotency-Key',
    ]);
  });

  it('stays once it is recorded, whenever that was', async () => {
    const { knowledgeBase, older, lost, repeat } = await announced();
    knowledgeBase.clock.advance({ seconds: 11 });
    await repeat();
    expect(sentences(await knowledgeBase.refused(older))).toStrictEqual([
      `it was superseded by ${lost} already; supersede that one`,
    ]);
  });

  it('makes a happening wait, and gives way to it after a while', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const first = await knowledgeBase.happens(prepared(1));
    const origin = knowledgeBase.origin('cio', command);
    const lost = entryOfCommand(origin);
    await new Superseding(knowledgeBase.decisions, project).supersede(first, lost, origin);
    await expect(knowledgeBase.happens(prepared(2))).rejects.toThrow(
      `entry ${lost} is being written in the place of ${first}`,
    );
    knowledgeBase.clock.advance({ seconds: 11 });
    const second = await knowledgeBase.happens(prepared(2));
    expect((await knowledgeBase.entry(first)).supersededBy?.by).toBe(second);
  });
});

describe('a happening', () => {
  it('has one entry, however often it is heard of', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    for (let time = 0; time < 3; time += 1) await knowledgeBase.happens(prepared(1));
    expect([...(await knowledgeBase.recorded()).keys()]).toStrictEqual([idOf(prepared(1))]);
  });

  const deliveries = permutations([1, 2, 3]).flatMap((order) => [
    order,
    [...order, ...order],
    order.flatMap((one) => [one, one]),
  ]);

  it.each(deliveries.map((order) => [order.join(', '), order] as const))(
    'leads to the same entries when it is delivered as %s',
    async (_, order) => {
      const knowledgeBase = await KnowledgeBase.ofShop();
      for (const number of order) await knowledgeBase.happens(prepared(number));
      const [one, two, three] = [1, 2, 3].map((number) => idOf(prepared(number)));
      const recorded = await knowledgeBase.recorded();
      expect([...recorded.keys()].sort()).toStrictEqual([one, two, three].sort());
      expect(
        [one, two, three].map((id) => recorded.get(id!)?.supersedes?.entry ?? null),
      ).toStrictEqual([null, one, two]);
      const superseding = await Promise.all(
        [one, two, three].map(async (id) => (await knowledgeBase.entry(id!)).supersededBy?.by),
      );
      expect(superseding).toStrictEqual([two, three, undefined]);
    },
  );

  it('takes the place of what somebody wrote in the place of the one before', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const first = await knowledgeBase.happens(prepared(1));
    const note = await knowledgeBase.write({ visibility: 'internal' }, { supersedes: first });
    const second = await knowledgeBase.happens(prepared(2));
    expect((await knowledgeBase.entry(note)).supersededBy?.by).toBe(second);
    expect((await knowledgeBase.recorded()).get(second)?.supersedes).toStrictEqual({
      entry: note,
      visibility: 'internal',
    });
  });

  it('is on record before its project is heard of', async () => {
    const knowledgeBase = new KnowledgeBase();
    await knowledgeBase.happens(prepared(1));
    expect((await knowledgeBase.recorded()).size).toBe(1);
  });

  it('has an entry of its own in each project, and beside every other happening of the event', () => {
    const other = prepared(1, { project: 'other' });
    const executed = prepared(1, {
      tells: { happening: 'release-executed', event: eventId(1) },
    });
    expect(new Set([prepared(1), other, executed].map(idOf)).size).toBe(3);
    expect(entryStream('other', idOf(other))).toMatch(/^entry-other@[0-9a-f-]{36}$/);
  });
});
