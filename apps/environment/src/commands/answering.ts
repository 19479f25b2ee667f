import { isRefusal } from '@roadbook/decider';
import type { Decider, DomainEvent, Origin, Refusal } from '@roadbook/decider';
import type { Decisions, Outcome } from '@roadbook/decisions';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { derivedId } from '@roadbook/process';
import { eventsOf, replay } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import { parityOf } from '../domain/environments/answering-parity.js';
import { environmentsDecider } from '../domain/environments/decide.js';
import type { DataOf as EnvironmentsData } from '../domain/environments/events.js';
import { answerOf } from '../domain/pipeline/answer.js';
import { pipelineDecider } from '../domain/pipeline/decide.js';
import type { DataOf as PipelineData } from '../domain/pipeline/events.js';
import { environmentsStream, pipelineStream } from '../domain/streams.js';
import type { AskedFor } from '../domain/verification.js';
import type { Deciding } from './deciding.js';
import type { Answers, Question } from './question.js';

/**
 * Answers from the events. What goes on record is recorded before it is answered, under an id that is derived from the question's: a
 * question that comes twice is answered from the record.
 */
export class Answering {
  constructor(
    private readonly deciding: Deciding,
    private readonly decisions: Decisions,
    private readonly events: EventStore,
  ) {}

  /**
   * `undefined` for a project that is not known, or was not at the instant that is asked about.
   * @param at this service's clock, ISO 8601
   */
  async answer(question: Question, at: string): Promise<Answers | Refusal | undefined> {
    const { project, asks } = question;
    const known = await this.asOf(pipelineDecider, pipelineStream(project), question);
    if (!known.state.opened) return undefined;
    const answers: { -readonly [Name in keyof Answers]: Answers[Name] } = {
      pipeline: null,
      parity: null,
    };
    if (asks.includes('pipeline')) {
      const answer = await this.pipeline(question, at);
      if (isRefusal(answer)) return answer;
      answers.pipeline = answer;
    }
    if (asks.includes('parity')) {
      const answer = await this.parity(question, at);
      if (isRefusal(answer)) return answer;
      answers.parity = answer;
    }
    return answers;
  }

  private async pipeline(
    question: Question,
    at: string,
  ): Promise<NonNullable<Answers['pipeline']> | Refusal> {
    const { project } = question;
    const stream = pipelineStream(project);
    const asked = askedFor(question);
    if (!asked) {
      const { state, shownBy } = await this.asOf(pipelineDecider, stream, question);
      return { id: shownBy, answeredAt: at, ...answerOf(state) };
    }
    const command = { type: 'VerifyPipeline', data: asked } as const;
    const origin = originOf(question, 'pipeline', at);
    const event = await this.recorded(
      stream,
      await this.deciding.onPipeline(project, command, origin),
    );
    if (isRefusal(event)) return event;
    const { state, changes } = event.data as unknown as PipelineData<'PipelineVerified'>;
    return { id: event.id, answeredAt: event.recordedAt, state, changes };
  }

  private async parity(
    question: Question,
    at: string,
  ): Promise<NonNullable<Answers['parity']> | Refusal> {
    const { project } = question;
    const stream = environmentsStream(project);
    const asked = askedFor(question);
    if (!asked) {
      const { state, shownBy } = await this.asOf(environmentsDecider, stream, question);
      const answer = state.opened ? parityOf(state) : nothingIsKnown;
      return { id: shownBy, answeredAt: at, ...answer };
    }
    const command = { type: 'VerifyParity', data: asked } as const;
    const origin = originOf(question, 'parity', at);
    const event = await this.recorded(
      stream,
      await this.deciding.onEnvironments(project, command, origin),
    );
    if (isRefusal(event)) return event;
    const data = event.data as unknown as EnvironmentsData<'ParityVerified'>;
    const { staging, qa, drift, driftCount } = data;
    return { id: event.id, answeredAt: event.recordedAt, staging, qa, drift, driftCount };
  }

  /** The event that a verification left behind, now or when the question came before. */
  private async recorded(stream: string, outcome: Outcome): Promise<StoredEvent | Refusal> {
    if (isRefusal(outcome)) return outcome;
    const revision = outcome.events[0]?.revision ?? outcome.revision;
    const event = await this.decisions.recorded(stream, revision);
    if (!event) throw new Error(`${stream} has no revision ${String(revision)}`);
    return event;
  }

  /** Now as the decider knows it, in the past by replay; with the last event of it, which shows what is so. */
  private async asOf<State, Event extends DomainEvent>(
    decider: Decider<never, State, Event>,
    stream: string,
    { id, asOf }: Question,
  ): Promise<{ readonly state: State; readonly shownBy: string }> {
    const nothingThere = derivedId(id, stream);
    if (asOf === null) {
      const { state, revision } = await this.decisions.load(decider, stream);
      const last = await this.decisions.recorded(stream, revision);
      return { state, shownBy: last?.id ?? nothingThere };
    }
    const { state, last } = await replay(
      eventsOf(this.events, stream),
      ({ recordedAt }) => recordedAt <= asOf,
      decider.initial,
      (before, event) => decider.evolve(before, recorded<Event>(event)),
    );
    return { state, shownBy: last?.id ?? nothingThere };
  }
}

const nothingIsKnown = { staging: 'unknown', qa: 'unknown', drift: [], driftCount: 0 } as const;

/** What the answer goes on record for; `undefined` where it leaves nothing behind. */
function askedFor(question: Question): AskedFor | undefined {
  const { id, purpose, version, candidate, environment, deployment, asOf } = question;
  return purpose === 'eligibility' || version === null || asOf !== null
    ? undefined
    : { question: id, purpose, version, candidate, environment, deployment };
}

/** On record for whoever gave the command that the answer serves. */
const originOf = (
  { id, actor, role, correlationId }: Question,
  what: string,
  at: string,
): Origin => ({
  ...{ actor, role, at, correlationId },
  commandId: derivedId(id, what),
  causationId: id,
});
