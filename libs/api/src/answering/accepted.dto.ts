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
   * Its place in the order of everything. A read that sends it as `Roadbook-Position` shows what was recorded here, from whichever replica.
   * @example 17
   */
  position: number;

  /** What the command left on record. Empty where there was nothing to do, as for a fact that was reported before. */
  @ApiProperty({ type: [RecordedDto] })
  events: RecordedDto[];
}
