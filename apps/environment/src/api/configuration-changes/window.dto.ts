import { CommandDto, IsTime } from '@roadbook/api';

/** At most 24 hours. */
export class ConfigurationWindowDto extends CommandDto {
  /** @example '2026-03-02T09:00:00+01:00' */
  @IsTime()
  start: string;

  /**
   * The first instant at which it is over.
   * @example '2026-03-02T17:00:00+01:00'
   */
  @IsTime()
  end: string;
}
