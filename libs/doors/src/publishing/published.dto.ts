import { ApiProperty } from '@nestjs/swagger';

export class PublishedDto {
  /** The id that the event came with. */
  @ApiProperty({ example: 'ci-4711-quality' })
  id: string;

  /** Where it was published. */
  @ApiProperty({ example: 'roadbook.gates' })
  topic: string;
}

export class PublishedAllDto {
  /** Every event of the request, in its order. */
  @ApiProperty({ type: [PublishedDto] })
  published: PublishedDto[];
}
