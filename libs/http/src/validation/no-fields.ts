import { ApiSchema } from '@nestjs/swagger';

/** The body of a command that has no fields: `{}`, or none at all. */
@ApiSchema({ name: 'NoFields', description: 'Nothing: `{}`, or no body at all.' })
export class NoFields {}
