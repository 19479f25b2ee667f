import {
  AreAll,
  AreAllA,
  CommandDto,
  EvidenceDto,
  Is,
  IsA,
  madeId,
  Maybe,
  oneOf,
  PageQuery,
  ProjectPath,
  text,
} from '@roadbook/api';
import { environments, noteMax, titleMax } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { changedSettingsMax } from '../../domain/environments/proposing.js';
import type { ChangeStage } from '../../domain/environments/state.js';
import { ChangedSettingDto } from './changed-setting.dto.js';

/** The path of the configuration changes of a project. */
export const changesPath = 'v1/projects/:project/configuration-changes';

export const stages = ['open', 'reverting', 'completed', 'withdrawn', 'reverted'] as const;

export class ConfigurationChangePath extends ProjectPath {
  /**
   * The id that the proposal was answered with.
   * @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21'
   */
  @Is(madeId)
  change: string;
}

export class ApplicationPath extends ConfigurationChangePath {
  /** @example 'dev' */
  @Is(oneOf(environments))
  environment: Environment;
}

export class ProposeConfigurationChangeDto extends CommandDto {
  /**
   * What is changing.
   * @example 'Longer timeout for the invoice provider'
   */
  @Is(text(titleMax))
  what: string;

  /** @example 'The provider needs up to 40 s at the end of the month.' */
  @Is(text(noteMax))
  reason: string;

  /**
   * Whether it creates drift; if so, its impact and when parity is restored.
   * @example 'Staging drifts until the change is in production, planned for the same day.'
   */
  @Is(text(noteMax))
  risk: string;

  /**
   * Where it is applied; a hotfix of the configuration can leave out dev and qa.
   * @example ['dev', 'qa', 'staging', 'production']
   */
  @AreAll(oneOf(environments), { max: environments.length })
  environments: Environment[];

  @AreAllA(() => ChangedSettingDto, { max: changedSettingsMax })
  settings: ChangedSettingDto[];
}

export class ReviewConfigurationChangeDto extends CommandDto {
  /** @example 'passed' */
  @Is(oneOf(['passed', 'failed']))
  verdict: 'passed' | 'failed';

  /** @example 'The connection pool is large enough.' */
  @Is(text(noteMax))
  note: string;
}

export class ConfigurationReasonDto extends CommandDto {
  /** @example 'The provider has become faster again.' */
  @Is(text(noteMax))
  reason: string;
}

export class ReportApplicationDto extends CommandDto {
  /** @example 'applied' */
  @Is(oneOf(['applied', 'failed']))
  outcome: 'applied' | 'failed';

  @IsA(() => EvidenceDto)
  evidence: EvidenceDto;
}

export class ReportReversalDto extends CommandDto {
  /** @example 'reverted' */
  @Is(oneOf(['reverted', 'failed']))
  outcome: 'reverted' | 'failed';

  @IsA(() => EvidenceDto)
  evidence: EvidenceDto;
}

export class ConfigurationChangesQuery extends PageQuery {
  /** Where in the protocol. */
  @Maybe()
  @Is(oneOf(stages))
  stage?: ChangeStage;
}
