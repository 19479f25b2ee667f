import { ApiProperty } from '@nestjs/swagger';
import { AcceptedDto } from '@roadbook/api';

export class PipelineChangeAcceptedDto extends AcceptedDto {
  /** The pipeline change: it is confirmed, withdrawn and reverted under this id, and a report names it. */
  @ApiProperty({ format: 'uuid', example: '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' })
  change: string;
}

export class ConfigurationChangeAcceptedDto extends AcceptedDto {
  /** The configuration change: everything about it is said under this id. */
  @ApiProperty({ format: 'uuid', example: '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' })
  change: string;
}
