import { entryOfHappening } from '@roadbook/contracts';
import { isRefusal } from '@roadbook/decider';
import type { Origin, Refusal, Role } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { derivedId, ManualClock } from '@roadbook/process';
import { contents } from '../domain/acts.fixture.js';
import { entryDecider } from '../domain/entry/decide.js';
import type { EntryEvent } from '../domain/entry/events.js';
import type { EntryContents } from '../domain/entry/parts.js';
import type { Entry } from '../domain/entry/state.js';
import { entryStream } from '../domain/streams.js';
import { Deciding } from './deciding.js';
import type { Happening } from './happening.js';

export const project = 'shop';
const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** The id of the event with this number, in the service that had it. */
export const eventId = (number: number | string): string =>
  derivedId(namespace, `event ${String(number)}`);

type RecordedData = Extract<EntryEvent, { type: 'EntryRecorded' }>['data'];

/** A preparation of 1.4.0, the nth; by default it replaces the one before. */
export const prepared = (number: number, more: Partial<Happening> = {}): Happening => ({
  project,
  tells: { happening: 'release-prepared', event: eventId(number) },
  author: { actor: 'ci', role: 'deployer' },
  contents: contents({
    type: 'decision',
    title: `Prepared for the ${String(number)}. time`,
    knownIssue: null,
  }),
  replaces: number > 1 ? eventId(number - 1) : null,
  ...more,
});

export const idOf = ({ project: of, tells }: Happening): string => entryOfHappening(of, tells);

/** Where something is written, by whom, and in whose place. */
interface Said {
  readonly in?: string;
  readonly supersedes?: string;
  readonly role?: Role;
}

/** The knowledge base without its edges, over a store in memory, with a clock to turn. */
export class KnowledgeBase {
  readonly clock = new ManualClock('2026-03-02T08:00:00.000Z');
  readonly decisions: Decisions;
  readonly deciding: Deciding;
  private commands = 0;

  constructor(readonly store = new InMemoryEventStore()) {
    this.decisions = new Decisions(store);
    this.deciding = new Deciding(this.decisions);
  }

  /** With one registered project. */
  static async ofShop(): Promise<KnowledgeBase> {
    const knowledgeBase = new KnowledgeBase();
    await knowledgeBase.hear(project);
    return knowledgeBase;
  }

  origin(role: Role = 'cio', command = `command ${String((this.commands += 1))}`): Origin {
    const commandId = derivedId(namespace, command);
    const at = this.clock.now();
    return { actor: role, role, at, commandId, correlationId: 'correlation-1' };
  }

  async hear(of: string): Promise<void> {
    await this.deciding.onProject(of, `The ${of}`, this.origin('system'));
  }

  /** The id of the entry; a refusal is an error of the story. */
  async write(more: Partial<EntryContents> = {}, said: Said = {}): Promise<string> {
    const { in: of = project, supersedes = null, role = 'cio' } = said;
    this.clock.advance({ seconds: 1 });
    const written = await this.deciding.write(of, contents(more), supersedes, this.origin(role));
    if (isRefusal(written)) throw new Error(JSON.stringify(written));
    return written.entry;
  }

  async refused(supersedes: string | null, more: Partial<EntryContents> = {}): Promise<Refusal> {
    const written = await this.deciding.write(
      project,
      contents(more),
      supersedes,
      this.origin('cto'),
    );
    if (!isRefusal(written)) throw new Error('it was not refused');
    return written;
  }

  async happens(happening: Happening): Promise<string> {
    const origin = this.origin('system', `${happening.tells.happening} ${happening.tells.event}`);
    const written = await this.deciding.onHappening(happening, origin);
    if (isRefusal(written)) throw new Error(JSON.stringify(written));
    return written.entry;
  }

  async entry(id: string, of = project): Promise<Entry> {
    return (await this.decisions.load(entryDecider, entryStream(of, id))).state;
  }

  /** What was recorded, by the id of the entry. */
  async recorded(): Promise<Map<string, RecordedData>> {
    const { events } = await this.store.readAll({ filter: { types: ['EntryRecorded'] } });
    return new Map(
      events.map(({ stream, data }) => [
        stream.slice(stream.indexOf('@') + 1),
        data as unknown as RecordedData,
      ]),
    );
  }
}
