import { AcceptedDto } from '@roadbook/api';
import { ApiProperty } from '@nestjs/swagger';

export class WrittenDto extends AcceptedDto {
  /** The entry: it is read under this id. */
  @ApiProperty({ format: 'uuid', example: '6fa459ea-ee8a-5ca4-894e-db77e160355e' })
  entry: string;
}
