import { AreAllA, CommandDto, Is, oneOf, ProjectPath, text } from '@roadbook/api';
import { environments, noteMax } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { settingsMax } from '../../domain/environments/settings.js';
import { ReportedSettingDto } from '../settings/requests.dto.js';

export class EnvironmentPath extends ProjectPath {
  /** @example 'staging' */
  @Is(oneOf(environments))
  environment: Environment;
}

export class DescribeValidationDto extends CommandDto {
  /**
   * What this environment validates that the one before does not.
   * @example 'that partners can be reached, with their test accounts'
   */
  @Is(text(noteMax))
  validates: string;
}

export class ReportConfigurationDto extends CommandDto {
  /** The whole configuration: a setting that is not in it is not there. */
  @AreAllA(() => ReportedSettingDto, { min: 0, max: settingsMax })
  settings: ReportedSettingDto[];
}
