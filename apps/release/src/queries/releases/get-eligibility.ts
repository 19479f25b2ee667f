import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Environment } from '@roadbook/decider';
import type { Point } from '@roadbook/questions';
import { answered } from '../viewing/surroundings.js';
import { eligibility } from '../../domain/eligibility.js';
import { EnvironmentView } from '../viewing/environment-view.js';
import { Past } from '../viewing/past.js';
import { Present } from '../viewing/present.js';
import { conditionView } from './condition-view.js';
import type { ConditionView } from './condition-view.js';

/** Whether a release may be deployed to an environment, and every condition of it in the order in which a person would ask. */
export interface EligibilityView {
  readonly project: string;
  readonly version: string;
  readonly environment: Environment;
  /** The instant for which it was asked. */
  readonly at: string;
  /** Of the release's stream at that instant. */
  readonly revision: number;
  readonly allowed: boolean;
  readonly conditions: readonly ConditionView[];
}

/** May this release be deployed there? Decided as the command would be, and with the same sentences. */
export class GetEligibility extends Query<EligibilityView> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly environment: Environment,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetEligibility)
export class GetEligibilityHandler implements IQueryHandler<GetEligibility> {
  constructor(
    private readonly present: Present,
    private readonly past: Past,
    private readonly environments: EnvironmentView,
  ) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async execute({
    project,
    version,
    environment,
    point,
  }: GetEligibility): Promise<EligibilityView> {
    const { standpoint, revision } = point
      ? await this.past.viewed(project, version, point)
      : await this.present.standpoint(project, version);
    const { at } = standpoint;
    const known = await this.environments.of(project, version, point ? at : null);
    const { allowed, answers } = eligibility({ ...answered(standpoint, known), environment });
    const conditions = answers.map(conditionView);
    return { project, version, environment, at, revision, allowed, conditions };
  }
}
