import { Injectable } from '@nestjs/common';
import { reportedTime } from '@roadbook/decider';
import { EventStore } from '@roadbook/event-store';
import type { StoredEvent } from '@roadbook/event-store';
import { Clock } from '@roadbook/process';
import type { Surroundings } from '../../domain/hard-rules/standpoint.js';
import { roadDecider } from '../../domain/road/decide.js';
import { releaseStream, roadStream } from '../../domain/streams.js';
import { foldRelease } from '../../projections/fold-release.js';
import type { FoldedRelease } from '../../projections/fold-release.js';
import { recorded } from '@roadbook/read-model';
import { eventsOf, NotYetHappened, replay, UnknownProject } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import { UnknownRelease } from '../errors.js';
import { surroundingsOn } from './surroundings.js';
import type { Viewed } from './viewed.js';

type HadHappened = (event: StoredEvent) => boolean;

/** What the deciders knew at a point in the past, by replay: nothing but the events is asked. */
@Injectable()
export class Past {
  constructor(
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * By a revision, the surroundings are those of the moment at which that event was recorded.
   * @throws UnknownProject, UnknownRelease, NotYetHappened
   */
  async viewed(project: string, version: string, point: Point): Promise<Viewed> {
    this.refuseFuture(point);
    const { state: folded, last } = await replay<FoldedRelease | undefined>(
      eventsOf(this.events, releaseStream(project, version)),
      'at' in point
        ? ({ recordedAt }) => recordedAt <= point.at
        : ({ revision }) => revision <= point.revision,
      undefined,
      (before, event) => foldRelease(before, recorded(event)),
    );
    const at = 'at' in point ? point.at : (last?.recordedAt ?? '');
    const hadHappened: HadHappened =
      'at' in point
        ? ({ recordedAt }) => recordedAt <= point.at
        : ({ position }) => position <= (last?.position ?? -1);
    if (!folded || !last) throw await this.unknown(project, version, point);
    if ('revision' in point && last.revision < point.revision)
      throw new NotYetHappened(
        `${version} has no revision ${point.revision} yet; the last is ${last.revision}`,
      );
    const surroundings = await this.surroundings(project, hadHappened);
    const standpoint = { release: folded.release, surroundings, at };
    const { revision, recordedAt: changedAt } = last;
    const happenedAt = reportedTime(last);
    return { standpoint, beside: folded.beside, revision, changedAt, happenedAt };
  }

  private async surroundings(project: string, hadHappened: HadHappened): Promise<Surroundings> {
    const { state: road } = await replay(
      eventsOf(this.events, roadStream(project)),
      hadHappened,
      roadDecider.initial,
      (state, event) => roadDecider.evolve(state, recorded(event)),
    );
    return surroundingsOn(road);
  }

  private refuseFuture(point: Point): void {
    const now = this.clock.now();
    if ('at' in point && point.at > now)
      throw new NotYetHappened(`${point.at} has not come yet; it is ${now}`);
  }

  private async unknown(project: string, version: string, point: Point): Promise<Error> {
    const [first] = await this.events.readStream(roadStream(project), { limit: 1 });
    if (!first) return new UnknownProject(project);
    return new UnknownRelease(project, version, 'at' in point ? ` at ${point.at}` : '');
  }
}
