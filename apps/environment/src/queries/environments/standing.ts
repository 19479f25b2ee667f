import { Injectable } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { UnknownProject } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import { environmentsDecider } from '../../domain/environments/decide.js';
import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import type { Environments, OpenedEnvironments } from '../../domain/environments/state.js';
import { unknownProject } from '../../domain/guards.js';
import { environmentsStream } from '../../domain/streams.js';
import { Past } from '../past.js';

/** The environments of a project as decisions see them, and when they last changed. */
export interface Standing {
  readonly state: OpenedEnvironments;
  readonly revision: number;
}

/** What is shown and what is decided can't disagree: both are folded by the decider. */
@Injectable()
export class StandingEnvironments {
  constructor(
    private readonly decisions: Decisions,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, NotYetHappened */
  async at(project: string, point?: Point): Promise<Standing> {
    const { state, revision } = point ? await this.asOf(project, point) : await this.now(project);
    if (!state.opened) throw new UnknownProject(project, unknownProject);
    return { state, revision };
  }

  private now(project: string) {
    return this.decisions.load(environmentsDecider, environmentsStream(project));
  }

  private asOf(project: string, point: Point) {
    const stream = { name: environmentsStream(project), project };
    const nothing: { state: Environments; revision: number } = {
      state: environmentsDecider.initial,
      revision: -1,
    };
    return this.past.folded(stream, point, nothing, ({ state }, event) => ({
      state: environmentsDecider.evolve(state, recorded<EnvironmentsEvent>(event)),
      revision: event.revision,
    }));
  }
}
