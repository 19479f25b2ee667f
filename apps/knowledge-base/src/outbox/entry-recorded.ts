import { encode, entryRecorded, messageId, topicNamed } from '@roadbook/contracts';
import type { InputOf } from '@roadbook/contracts';
import { fitting, Markdown, paragraphs } from '@roadbook/documents';
import type { StoredEvent } from '@roadbook/event-store';
import { messageOf } from '@roadbook/messaging/envelope';
import type { Outgoing } from '@roadbook/messaging/relay';
import { recorded } from '@roadbook/read-model';
import type { EntryEvent } from '../domain/entry/events.js';
import { maySee } from '../domain/entry/visibility.js';
import { entryOfStream } from '../domain/streams.js';

type Recording = Extract<EntryEvent, { type: 'EntryRecorded' }>;
type Told = InputOf<typeof entryRecorded>;

/** The events that something is told of. */
export const toldTypes = ['EntryRecorded'] satisfies Recording['type'][];

const source = 'urn:roadbook:knowledge-base';
/** Bytes of UTF-8: what somebody wrote grows where it has to be escaped, and still fits into one message. */
const contentBytesMax = 190_000;

/** An entry as it is told on each topic that it belongs on; clients are told of no link that they may not see. */
export function tellEntry(event: StoredEvent): readonly Outgoing[] {
  const whole = toldOf(event);
  const { supersedes } = recorded<Recording>(event).data;
  const hidden = supersedes !== null && !maySee('clients', supersedes.visibility);
  const forClients = hidden ? { ...whole, supersedes: null } : whole;
  const { topics } = encoded(event, whole);
  return topics.map((topic) => {
    const differs = hidden && topic === topicNamed.knowledgeDeliverable.name;
    const { key, envelope } = differs
      ? encoded(event, forClients, 'for clients')
      : encoded(event, whole);
    return { topic, message: messageOf({ key, envelope }) };
  });
}

const encoded = (event: StoredEvent, data: Told, part?: string) =>
  encode(entryRecorded, data, {
    source,
    time: event.recordedAt,
    id: messageId(entryRecorded, event.id, part),
    correlationId: event.correlationId,
    causationId: event.id,
    streamRevision: event.revision,
  });

function toldOf(event: StoredEvent): Told {
  const { id, data, recordedAt, occurredAt, actor, role } = recorded<Recording>(event);
  const { project, entry } = entryOfStream(event.stream);
  const { type, visibility, decay, title, context, outcome, impact, author, knownIssue } = data;
  const content = data.form === 'markdown' ? new Markdown(data.content) : paragraphs(data.content);
  return {
    ...{ project, event: id, recordedAt, actor, role },
    ...(occurredAt !== undefined && { occurredAt }),
    ...{ id: entry, type, visibility, decay, title, context, outcome, impact },
    content: fitting(content, contentBytesMax, 'the knowledge base').source,
    author: { actor: author.actor, role: author.role },
    supersedes: data.supersedes?.entry ?? null,
    supersededBy: null,
    knownIssue: knownIssue && { ...knownIssue },
    about: data.version === null ? {} : { version: data.version },
  };
}
