import { ApiProperty } from '@nestjs/swagger';
import { ReadAsNumber } from '@roadbook/http';
import { Is, Maybe } from '../fields/field.js';
import { text, whole } from '../fields/shape.js';

const pageItems = 50;
const pageItemsMax = 200;
const cursorMax = 1000;

/** Which part of a list is wanted. */
export class PageQuery {
  /** `next` of the page before; without it, the list from its beginning. */
  @Maybe()
  @Is(text(cursorMax))
  cursor?: string;

  /** The most items in the page. */
  @Maybe()
  @ReadAsNumber()
  @Is(whole(1, pageItemsMax))
  @ApiProperty({ default: pageItems })
  limit: number = pageItems;
}
