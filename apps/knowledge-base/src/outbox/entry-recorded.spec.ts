import { decode, topicNamed } from '@roadbook/contracts';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { KnowledgeBase, prepared } from '../commands/knowledge-base.fixture.js';
import type { EntryContents } from '../domain/entry/parts.js';
import { tellEntry } from './entry-recorded.js';

const internal = topicNamed.knowledgeInternal.name;
const deliverable = topicNamed.knowledgeDeliverable.name;

/** What is told of the last entry, by topic; read as whoever takes it reads it. */
async function toldBy(knowledgeBase: KnowledgeBase) {
  const { events } = await knowledgeBase.store.readAll({ filter: { types: ['EntryRecorded'] } });
  return new Map(
    tellEntry(events.at(-1)!).map(({ topic, message }) => [
      topic,
      decode(topic, envelopeIn(message)),
    ]),
  );
}

describe('an entry', () => {
  const told = async (more: Partial<EntryContents> = {}) => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const id = await knowledgeBase.write(more);
    return { id, topics: await toldBy(knowledgeBase) };
  };

  it('is told on the topics of those who may see it', async () => {
    const topicsOf = async (visibility: EntryContents['visibility']) => [
      ...(await told({ visibility })).topics.keys(),
    ];
    expect(await topicsOf('internal')).toStrictEqual([internal]);
    expect(await topicsOf('deliverable')).toStrictEqual([deliverable]);
    expect(await topicsOf('both')).toStrictEqual([internal, deliverable]);
  });

  it('is told as it was written, its content as Markdown that is nothing but that text', async () => {
    const { id, topics } = await told({ content: '# no heading\n<b>', version: null });
    const { type, data, source } = topics.get(internal)!;
    expect([type, source]).toStrictEqual([
      'roadbook.entry-recorded.v1',
      'urn:roadbook:knowledge-base',
    ]);
    expect(data).toMatchObject({
      ...{ project: 'shop', id, type: 'risk', visibility: 'both', about: {} },
      content: '\\# no heading\\\n&lt;b&gt;',
      author: { actor: 'cio', role: 'cio' },
      knownIssue: { severity: 'minor', workaround: 'Split the order', targetFix: '1.4.1' },
    });
  });

  it('is the same message on both topics, and whenever it is told again', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    await knowledgeBase.happens(prepared(1));
    const once = await toldBy(knowledgeBase);
    expect(once.get(internal)).toStrictEqual(once.get(deliverable));
    expect(await toldBy(knowledgeBase)).toStrictEqual(once);
  });

  it('names what it supersedes only where that one may be seen', async () => {
    const knowledgeBase = await KnowledgeBase.ofShop();
    const hidden = await knowledgeBase.write({ visibility: 'internal' });
    await knowledgeBase.write({}, { supersedes: hidden });
    const topics = await toldBy(knowledgeBase);
    expect(topics.get(internal)?.data).toMatchObject({ supersedes: hidden });
    expect(topics.get(deliverable)?.data).toMatchObject({ supersedes: null });
    expect(topics.get(internal)?.id).not.toBe(topics.get(deliverable)?.id);
    const seen = await knowledgeBase.write();
    await knowledgeBase.write({}, { supersedes: seen });
    expect((await toldBy(knowledgeBase)).get(deliverable)?.data).toMatchObject({
      supersedes: seen,
    });
  });

  it('fits into a message, however much its escapes make of it', async () => {
    const content = `${'<'.repeat(20_000)}\n${'\0'.repeat(19_000)}`;
    const { topics } = await told({ content });
    const { data } = topics.get(internal)!;
    const shown = (data as { content: string }).content;
    expect(shown).toBe(`${'&lt;'.repeat(20_000)}\\\n\n*1 more lines stand in the knowledge base.*`);
  });
});
