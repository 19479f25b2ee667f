import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { roles } from '@roadbook/decider';
import type { HardRule, Role } from '@roadbook/decider';

class FieldErrorModel {
  @ApiProperty({ example: 'tickets[3].title' })
  field: string;

  @ApiProperty({ example: 'title must be a string' })
  message: string;
}

class UnmetConditionModel {
  @ApiProperty({ example: 'urn:roadbook:condition:gates-passed' })
  type: string;

  @ApiProperty({ example: 'gates-passed' })
  id: string;

  @ApiProperty({ example: 'waiting for quality of T-1' })
  missing: string;

  @ApiPropertyOptional({ enum: [1, 2, 3, 4, 5], description: 'The hard rule that asks for it.' })
  rule?: HardRule;

  @ApiPropertyOptional({ enum: roles, description: 'Who can supply it.' })
  from?: Role;
}

/** Problem details of RFC 9457, as they stand in the OpenAPI documents. */
export class ProblemModel {
  @ApiProperty({
    format: 'uri',
    description: 'The same for the same kind of problem, for ever.',
    example: 'urn:roadbook:problem:not-found',
  })
  type: string;

  @ApiProperty({ example: 'There is nothing at this address' })
  title: string;

  @ApiProperty({ example: 404 })
  status: number;

  @ApiPropertyOptional({ description: 'What is wrong here, and what to do.' })
  detail?: string;

  @ApiProperty({ description: 'Under which the log tells more.' })
  correlationId: string;

  @ApiPropertyOptional({ type: [FieldErrorModel], description: 'Of an invalid request.' })
  errors?: FieldErrorModel[];

  @ApiPropertyOptional({ type: [UnmetConditionModel], description: 'Of a refused command.' })
  conditions?: UnmetConditionModel[];

  @ApiPropertyOptional({ description: 'True where the attempt to break a hard rule is on record; else absent.' })
  violation?: boolean;
}
