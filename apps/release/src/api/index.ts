import { ArtifactReadsController } from './artifacts/artifact-reads.controller.js';
import { ArtifactsController } from './artifacts/artifacts.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuthorizationController } from './authorization/authorization.controller.js';
import { CandidateController } from './candidate/candidate.controller.js';
import { DeploymentReadsController } from './deployments/deployment-reads.controller.js';
import { DeploymentsController } from './deployments/deployments.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { GatesController } from './gates/gates.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { PlanningController } from './planning/planning.controller.js';
import { MeController } from './projects/me.controller.js';
import { ProjectReadsController } from './projects/project-reads.controller.js';
import { ProjectsController } from './projects/projects.controller.js';
import { RehearsalReadsController } from './rehearsals/rehearsal-reads.controller.js';
import { RehearsalsController } from './rehearsals/rehearsals.controller.js';
import { ReleasesController } from './releases/releases.controller.js';
import { RollbackController } from './rollback/rollback.controller.js';
import { WindowController } from './window/window.controller.js';

/** In the order of the protocols. */
export const controllers = [
  ProjectsController,
  ProjectReadsController,
  MeController,
  PlanningController,
  CandidateController,
  GatesController,
  ArtifactsController,
  ArtifactReadsController,
  RehearsalsController,
  RehearsalReadsController,
  AuthorizationController,
  WindowController,
  DeploymentsController,
  DeploymentReadsController,
  RollbackController,
  ReleasesController,
  DocumentsController,
  NotificationsController,
  AuditController,
];
