import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ActorId } from '@roadbook/decider';
import { UnknownPart } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import type { RollbackPlan } from '../../domain/release/parts.js';
import { Views } from '../viewing/views.js';
import { planView } from './rollback-view.js';
import type { PlanView } from './rollback-view.js';

/** The rollback plan that stands, as whoever reviews or rehearses it needs it. */
export interface RollbackPlanView extends PlanView, RollbackPlan {
  readonly project: string;
  readonly version: string;
  readonly writtenBy: ActorId;
  /** Of the release's stream. */
  readonly revision: number;
}

export class GetRollbackPlan extends Query<RollbackPlanView> {
  constructor(
    readonly project: string,
    readonly version: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetRollbackPlan)
export class GetRollbackPlanHandler implements IQueryHandler<GetRollbackPlan> {
  constructor(private readonly views: Views) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened, UnknownPart */
  async execute({ project, version, point }: GetRollbackPlan): Promise<RollbackPlanView> {
    const { standpoint, revision } = await this.views.of(project, version, point);
    const { plan } = standpoint.release;
    const view = planView(standpoint.release);
    if (!plan || !view)
      throw new UnknownPart(`${version} has no rollback plan yet; a cio writes it`);
    const { steps, verification, writtenBy } = plan;
    return { project, version, ...view, steps, verification, writtenBy, revision };
  }
}
