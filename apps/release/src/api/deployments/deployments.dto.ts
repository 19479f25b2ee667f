import { deploymentOutcomes } from '../../domain/verdicts.js';
import type { DeploymentOutcome } from '../../domain/verdicts.js';
import { CommandDto, EvidenceDto, AreAllA, Is, oneOf, text } from '@roadbook/api';
import { environments, noteMax } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { CheckResultDto, IsEvidence } from '../asking/verdict.dto.js';

export class StartPromotionDto extends CommandDto {
  /** @example 'dev' */
  @Is(oneOf(environments))
  environment: Environment;
}

export class ReportDeploymentDto extends CommandDto {
  /**
   * `failed` is a definite negative; `errored` could not be carried out.
   * @example 'succeeded'
   */
  @Is(oneOf(deploymentOutcomes))
  outcome: DeploymentOutcome;

  @IsEvidence()
  evidence: EvidenceDto;
}

export class ReportChecksDto extends CommandDto {
  /** All at once or a few at a time. */
  @AreAllA(() => CheckResultDto, { max: 50 })
  checks: CheckResultDto[];
}

export class DiagnoseFailureDto extends CommandDto {
  /** @example 'The database of qa had no free connections.' */
  @Is(text(noteMax))
  diagnosis: string;

  /** @example 'The pool was made larger; nothing in the release changes.' */
  @Is(text(noteMax))
  resolution: string;
}
