import { Injectable } from '@nestjs/common';
import { reportedTime } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { Clock } from '@roadbook/process';
import { UnknownProject } from '@roadbook/questions';
import type { Standpoint, Surroundings } from '../../domain/hard-rules/standpoint.js';
import { releaseDecider } from '../../domain/release/decide.js';
import type { PlannedRelease } from '../../domain/release/state.js';
import { roadDecider } from '../../domain/road/decide.js';
import { releaseStream, roadStream } from '../../domain/streams.js';
import { UnknownRelease } from '../errors.js';
import { surroundingsOn } from './surroundings.js';
import type { Viewed } from './viewed.js';

/** What the deciders know at this moment, from the streams themselves: a command that is given now is decided with the same. */
@Injectable()
export class Present {
  constructor(
    private readonly decisions: Decisions,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownProject */
  async surroundings(project: string): Promise<{ at: string; surroundings: Surroundings }> {
    const at = this.clock.now();
    const { state: road } = await this.decisions.load(roadDecider, roadStream(project));
    if (!road.project) throw new UnknownProject(project);
    return { at, surroundings: surroundingsOn(road) };
  }

  /** @throws UnknownRelease */
  async release(
    project: string,
    version: string,
  ): Promise<{ release: PlannedRelease; revision: number }> {
    const stream = releaseStream(project, version);
    const { state: release, revision } = await this.decisions.load(releaseDecider, stream);
    if (release.situation === 'unplanned') throw new UnknownRelease(project, version);
    return { release, revision };
  }

  /** @throws UnknownProject, UnknownRelease */
  async standpoint(
    project: string,
    version: string,
  ): Promise<{ standpoint: Standpoint; revision: number }> {
    const seen = await this.surroundings(project);
    const { release, revision } = await this.release(project, version);
    return { standpoint: { release, ...seen }, revision };
  }

  /** @throws UnknownProject, UnknownRelease */
  async viewed(project: string, version: string): Promise<Omit<Viewed, 'beside'>> {
    const { standpoint, revision } = await this.standpoint(project, version);
    const last = await this.decisions.recorded(releaseStream(project, version), revision);
    if (!last) throw new UnknownRelease(project, version);
    return { standpoint, revision, changedAt: last.recordedAt, happenedAt: reportedTime(last) };
  }
}
