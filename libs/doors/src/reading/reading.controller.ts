import { Get, Headers, Logger, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { everybody, Topic } from '@roadbook/api';
import { actingRole, Caller, EventStreams, May, negotiate, ProblemResponses } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { wantedRole } from '../wanted-role.js';
import { ReadingQuery, TopicPath } from './asked.dto.js';
import { Reading } from './reading.js';
import { readableTopics, readersOf } from './readers-of.js';

const logger = new Logger('Messages');

@Topic('messages', 'v1/messages')
export class ReadingController {
  constructor(
    private readonly reading: Reading,
    private readonly streams: EventStreams,
  ) {}

  @Get(':topic')
  @May(...everybody)
  @ApiOperation({
    operationId: 'readTopic',
    summary: 'What is said in a topic, as server-sent events: what you may see of it',
    description: `First what is kept, then what comes, each as a CloudEvent in structured mode. There are ${readableTopics.join(', ')}. You see what is said of the projects of your token, and of notifications those for your roles. The stream ends after an hour at most, or when the service stops: come back with \`Last-Event-ID\`.`,
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that you have; goes before `from`.',
    schema: { type: 'string' },
  })
  @ApiOkResponse({
    description: 'Events with an opaque id, the type of the message, and the CloudEvent as JSON.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example:
          'id: 5mK0…\nevent: roadbook.gate-recorded.v1\ndata: {"specversion":"1.0","type":"roadbook.gate-recorded.v1","data":{}}\n\n',
      },
    },
  })
  @ProblemResponses(400, 401, 403, 404, 406, 422, 503)
  async read(
    @Param() { topic }: TopicPath,
    @Query() { from }: ReadingQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') last: string | undefined,
    @Caller() { roles, projects }: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = wantedRole(request);
    const actingAs = wanted === undefined ? roles : [wanted];
    actingRole(readersOf(topic), actingAs, undefined);
    negotiate(accept, ['text/event-stream']);
    const after = await this.reading.beginning(topic, last ? { behind: last } : from);
    const stream = this.streams.answer(reply);
    try {
      await this.reading.tell(topic, after, { roles: actingAs, projects }, stream);
    } catch (error) {
      if (stream.body.closed) return;
      logger.error(`${topic} cannot be read; whoever reads it comes back`, error);
      stream.end();
    }
  }
}
