import { isRefusal, plusMs } from '@roadbook/decider';
import type { Origin, Role, Environment } from '@roadbook/decider';
import type {
  EnvironmentChange,
  Environments,
} from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type {
  CommandOf,
  ReleaseCommand,
} from '../../../apps/release/src/domain/release/commands.js';
import type { RoadCommand } from '../../../apps/release/src/domain/road/commands.js';
import type { Counts } from '../counts.js';
import type { Fact } from '../fact.js';
import type { Random } from '../random.js';
import { Book } from './book.js';
import { followUpsOf } from './follow-up.js';
import type { FollowUp } from './follow-up.js';
import { promote, rollBack } from './processes.js';
import { Service } from './service.js';
import type { Outcome, Steps } from './service.js';

/** What somebody wants, as the API would take it. */
export type Wish =
  | { readonly of: 'release'; readonly version: string; readonly command: ReleaseCommand }
  | { readonly of: 'road'; readonly command: RoadCommand }
  | { readonly of: 'answers'; readonly command: EnvironmentChange }
  | { readonly of: 'promotion'; readonly version: string; readonly environment: Environment }
  | { readonly of: 'rollback'; readonly version: string; readonly why: Why };

type Why = Omit<CommandOf<'StartRollback'>['data'], 'claim' | 'restores'>;

export interface Act {
  readonly wish: Wish;
  readonly actor: string;
  readonly role: Role;
  readonly occurredAt?: string;
}

/** Everybody at work at the same time: people, machines, and what the system does by itself, a step at a time in random order. */
export class World {
  now: string;
  private ms: number;
  private readonly service: Service;
  private busy: Busy[] = [];
  private waiting: FollowUp[];
  private commands = 0;

  constructor(
    private readonly random: Random,
    counts: Counts,
    from: Snapshot = nothingYet,
  ) {
    this.now = from.now;
    this.ms = Date.parse(from.now);
    this.waiting = [...from.waiting];
    this.commands = from.commands;
    this.service = new Service(
      from.book.copy(),
      counts,
      (facts) => {
        this.follow(facts);
      },
      (answers) => this.onItsWay(answers),
    );
  }

  get book(): Book {
    return this.service.book;
  }

  /** To start other sequences from here. Whoever is busy at this moment is left out: it is as if the service had crashed. */
  snapshot(): Snapshot {
    return {
      now: this.now,
      book: this.book.copy(),
      waiting: this.waiting,
      commands: this.commands,
    };
  }

  /**
   * A command comes in. It is taken at this moment; when it is through is up to the order in which all go on. What is reported of the
   * environments is known at the time that it bears.
   */
  give(act: Act): void {
    const one = { steps: this.stepsOf(act, this.originOf(act, this.nextCommandId())) };
    if (act.wish.of === 'answers') while (this.goesOn(one));
    else this.goOn(one);
  }

  /** The same command at the same time twice, as from two browser windows, or from a client that is impatient. */
  giveTwice(act: Act, sameKey: boolean): void {
    const first = this.nextCommandId();
    const second = sameKey ? first : this.nextCommandId();
    for (const id of [first, second])
      this.busy.push({ steps: this.stepsOf(act, this.originOf(act, id)) });
  }

  advance(ms: number): void {
    this.ms += ms;
    this.now = new Date(this.ms).toISOString();
  }

  /** To the instant at which something of what the system waits for falls due. */
  advanceToNextDue(): void {
    const next = this.waiting.map(({ due }) => due).filter((due) => due > this.now);
    const due = this.random.pick(next);
    if (due !== undefined) this.advance(Date.parse(due) - this.ms);
  }

  /** Somebody who is busy takes a step, or the system starts what is due. */
  stir(): void {
    const due = this.waiting.filter((followUp) => followUp.due <= this.now);
    const one = this.random.pick([...this.busy, ...due]);
    if (!one) return;
    if ('steps' in one) {
      this.busy.splice(this.busy.indexOf(one), 1);
      if (!this.random.chance(crashProbability)) this.goOn(one);
      else if (one.repeat) this.waiting.push(one.repeat);
      return;
    }
    this.waiting.splice(this.waiting.indexOf(one), 1);
    this.goOn({ steps: one.start(this.service, this.now), repeat: one });
  }

  /** Everybody comes to an end, claims that nobody used are released, and the system does all that is due. */
  settle(): void {
    for (let round = 0; round < roundsMax; round += 1) {
      for (const one of [...this.busy.splice(0), ...this.takeDue()]) while (this.goesOn(one));
      this.advance(roundMs);
      if (this.busy.length === 0 && !this.waiting.some(({ due }) => due <= this.now)) return;
    }
  }

  private takeDue(): Busy[] {
    const due = this.waiting.filter((followUp) => followUp.due <= this.now);
    this.waiting = this.waiting.filter((followUp) => followUp.due > this.now);
    return due.map((repeat) => ({ steps: repeat.start(this.service, this.now), repeat }));
  }

  /** Takes as many steps as chance gives before others go on. */
  private goOn(one: Busy): void {
    while (this.goesOn(one))
      if (this.random.chance(interruptionProbability)) {
        this.busy.push(one);
        return;
      }
  }

  /** Takes one step; false when that was the last. What the system was refused, it does again later. */
  private goesOn({ steps, repeat }: Busy): boolean {
    const { done, value } = steps.next();
    if (done !== true) return true;
    if (repeat && isRefusal(value))
      this.waiting.push({ ...repeat, due: plusMs(this.now, retryMs) });
    return false;
  }

  /** Now and then an answer is somebody else's, or comes when it is too old. */
  private onItsWay({ parity, pipeline }: Environments): Environments {
    if (this.random.chance(lostProbability)) {
      const serves = 'somebody-else';
      return { parity: { ...parity, serves }, pipeline: { ...pipeline, serves } };
    }
    if (!this.random.chance(lostProbability) || pipeline.askedAt === '')
      return { parity, pipeline };
    return { parity, pipeline: { ...pipeline, askedAt: plusMs(pipeline.askedAt, -lateMs) } };
  }

  private nextCommandId(): string {
    this.commands += 1;
    return `command-${String(this.commands)}`;
  }

  private follow(facts: readonly Fact[]): void {
    for (const fact of facts) this.waiting.push(...followUpsOf(fact));
  }

  private originOf({ actor, role, occurredAt }: Act, commandId: string): Origin {
    return { actor, role, at: this.now, occurredAt, commandId, correlationId: commandId };
  }

  private stepsOf({ wish }: Act, origin: Origin): Steps<Outcome> {
    switch (wish.of) {
      case 'release':
        return this.service.onRelease(wish.version, wish.command, origin);
      case 'road':
        return this.service.onRoad(wish.command, origin);
      case 'answers':
        return this.service.onAnswers(wish.command, origin);
      case 'promotion':
        return promote(this.service, wish.version, wish.environment, origin);
      case 'rollback':
        return rollBack(this.service, wish.version, wish.why, origin);
    }
  }
}

/** Somebody in the middle of something; what the system does is repeated after a crash. */
interface Busy {
  readonly steps: Steps<Outcome>;
  readonly repeat?: FollowUp;
}

export interface Snapshot {
  readonly now: string;
  readonly book: Book;
  readonly waiting: readonly FollowUp[];
  readonly commands: number;
}

export const nothingYet: Snapshot = {
  now: '2026-03-02T09:00:00.000Z',
  book: Book.empty(),
  waiting: [],
  commands: 0,
};

const interruptionProbability = 0.15;
const crashProbability = 0.06;
const lostProbability = 0.01;
const lateMs = 10_001;

/** Longer than a claim may stand without a start. */
const roundMs = 11_000;
const roundsMax = 10;
const retryMs = 1000;
