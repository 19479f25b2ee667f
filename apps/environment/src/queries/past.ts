import { Injectable } from '@nestjs/common';
import { EventStore } from '@roadbook/event-store';
import type { StoredEvent } from '@roadbook/event-store';
import { Clock } from '@roadbook/process';
import { eventsOf, NotYetHappened, replay, UnknownProject } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import { unknownProject } from '../domain/guards.js';

/** Streams as they stood at a point in the past, by replay: nothing but the events is asked. */
@Injectable()
export class Past {
  constructor(
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UnknownProject where the stream had not begun
   * @throws NotYetHappened
   */
  async folded<State>(
    stream: { readonly name: string; readonly project: string },
    point: Point,
    initial: State,
    evolve: (state: State, event: StoredEvent) => State,
  ): Promise<State> {
    this.refuseFuture(point);
    const { state, last } = await replay(
      eventsOf(this.events, stream.name),
      ({ recordedAt, revision }) =>
        'at' in point ? recordedAt <= point.at : revision <= point.revision,
      initial,
      evolve,
    );
    if (!last) throw new UnknownProject(stream.project, unknownProject);
    if ('revision' in point && last.revision < point.revision)
      throw new NotYetHappened(
        `there is no revision ${point.revision} yet; the last is ${last.revision}`,
      );
    return state;
  }

  private refuseFuture(point: Point): void {
    const now = this.clock.now();
    if ('at' in point && point.at > now)
      throw new NotYetHappened(`${point.at} has not come yet; it is ${now}`);
  }
}
