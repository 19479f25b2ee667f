import { Is, madeId, oneOf, ProjectPath, semanticVersion, ticketId } from '@roadbook/api';
import type { AuthorizationOf } from '../../domain/release/commands.js';

/** The path of a release, as `ReleasePath` reads it. */
export const releasePath = 'v1/projects/:project/releases/:version';

export class ReleasePath extends ProjectPath {
  /**
   * The version, without a leading v.
   * @example '1.4.0'
   */
  @Is(semanticVersion)
  version: string;
}

export class TicketPath extends ReleasePath {
  /**
   * The ticket, by its id.
   * @example 'SHOP-1'
   */
  @Is(ticketId)
  ticket: string;
}

export class AuthorizationPath extends ReleasePath {
  /**
   * Which of the orchestrator's two yeses.
   * @example 'promotion'
   */
  @Is(oneOf(['promotion', 'production']))
  of: AuthorizationOf;
}

export class DeploymentPath extends ReleasePath {
  /**
   * The id that the request for the deployment was answered with.
   * @example '7c9e6679-7425-50de-944b-e07fc1f90ae7'
   */
  @Is(madeId)
  deployment: string;
}

export class RehearsalPath extends ReleasePath {
  /**
   * The id that the start of the rehearsal was answered with.
   * @example '7c9e6679-7425-50de-944b-e07fc1f90ae7'
   */
  @Is(madeId)
  rehearsal: string;
}

export class RollbackPath extends ReleasePath {
  /**
   * The id of the rollback: answered where it was invoked, and fetched by the deployer where it started by itself.
   * @example '7c9e6679-7425-50de-944b-e07fc1f90ae7'
   */
  @Is(madeId)
  rollback: string;
}
