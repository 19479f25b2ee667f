import { ApiProperty } from '@nestjs/swagger';

export class RecordedDto {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'TicketsMerged' */
  type: string;

  /**
   * Its place in the stream of the release, from 0.
   * @example 3
   */
  revision: number;
}

/** The command was carried out, now or before. */
export class AcceptedDto {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version?: string;

  /**
   * Where the release is now; the ETag says the same.
   * @example 3
   */
  revision: number;

  /**
   * Its place in the order of everything. Reads that come after this answer show what was recorded here.
   * @example 17
   */
  position: number;

  /** What the command left on record. Empty where there was nothing to do, as for a fact that was reported before. */
  @ApiProperty({ type: [RecordedDto] })
  events: RecordedDto[];
}

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
