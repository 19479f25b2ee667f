import { AcceptedDto } from '@roadbook/api';
import { ApiProperty } from '@nestjs/swagger';

const id = '7c9e6679-7425-50de-944b-e07fc1f90ae7';

export class DeploymentAcceptedDto extends AcceptedDto {
  /** The deployment that a deployer is asked for: it is claimed, reported and checked under this id. */
  @ApiProperty({ format: 'uuid', example: id })
  deployment: string;
}

export class RehearsalAcceptedDto extends AcceptedDto {
  /** The rehearsal: its steps are reported under this id. */
  @ApiProperty({ format: 'uuid', example: id })
  rehearsal: string;
}

export class RollbackAcceptedDto extends AcceptedDto {
  /** The rollback: its steps and checks are reported under this id. */
  @ApiProperty({ format: 'uuid', example: id })
  rollback: string;
}

export class PlanAcceptedDto extends AcceptedDto {
  /**
   * The digest of the plan: SHA-256 over its canonical JSON. Review and rehearsal name it, so that they are about this very plan.
   * @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce'
   */
  plan: string;
}
