import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { checksOf } from '../../domain/environments.js';
import { deploymentRequests } from '../../projections/deployment-requests/deployment-requests.js';
import type {
  DeploymentRequestsRow,
  OpenDeployment,
  OpenRollback,
} from '../../projections/deployment-requests/row.js';
import { ReleaseRows } from '../release-rows.js';
import type { Page, PageRequest } from '@roadbook/questions';
import type { Environment } from '@roadbook/decider';

/** Something that a deployer is asked to do, with everything needed to act: a deployment or a rollback, the other is null. */
export interface DeploymentRequest {
  readonly project: string;
  readonly version: string;
  readonly environment: Environment;
  readonly deployment: OpenDeployment | null;
  readonly rollback: OpenRollback | null;
  /** The checks to report afterwards; all have to pass. */
  readonly requiredChecks: readonly string[];
  /** The rollback plan that stands, with its digest. Its verification is the step behind its steps. */
  readonly plan: DeploymentRequestsRow['plan'];
}

/** What deployers are asked for and have not brought to its end, in the order in which they were asked. */
export class ListDeploymentRequests extends Query<Page<DeploymentRequest>> {
  constructor(
    readonly project: string,
    readonly filter: { readonly environment?: Environment },
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListDeploymentRequests)
export class ListDeploymentRequestsHandler implements IQueryHandler<ListDeploymentRequests> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject */
  async execute({
    project,
    filter: { environment },
    page,
  }: ListDeploymentRequests): Promise<Page<DeploymentRequest>> {
    const { rows } = await this.current.ofProject(project);
    const found = await rows.page(deploymentRequests, {
      where: { open: 1, project, environment },
      orderBy: ['askedPosition'],
      ...page,
    });
    return { items: found.rows.map(requestOf), next: found.next };
  }
}

function requestOf({
  project,
  version,
  plan,
  deployment,
  rollback,
}: DeploymentRequestsRow): DeploymentRequest {
  // A rollback ends the deployment before it starts.
  const environment = deployment?.environment ?? 'production';
  const requiredChecks = checksOf(environment);
  return { project, version, environment, deployment, rollback, requiredChecks, plan };
}
