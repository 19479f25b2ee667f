import { ReadRoute } from '../reading/read-route.js';
import { EventDto } from './event.dto.js';

/** Method decorator: the route that answers what a service has on record. */
export const EventsRoute = (operationId: string, summary: string): MethodDecorator =>
  ReadRoute({
    operationId,
    summary,
    description:
      'Answered by replay. A page may be empty although there are more: read on with `next` until it is null.',
    answer: EventDto,
    list: true,
  });
