import { Get, Headers, Logger, Param, Res, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AnswerQuestion,
  everybody,
  madeId,
  PositionHeader,
  ProjectPath,
  Topic,
} from '@roadbook/api';
import { EventStreams, May, ProblemResponses, problems } from '@roadbook/http';
import type { FastifyReply } from 'fastify';
import type { Audience } from '../../domain/entry/visibility.js';
import { EntryFeed } from '../../queries/feed/entry-feed.js';
import { Reader } from '../asking/reader.js';

const logger = new Logger('Entries');

@Topic('entries', 'v1/projects/:project/entries/stream')
export class EntryFeedController {
  constructor(
    private readonly feed: EntryFeed,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @May(...everybody)
  @UseInterceptors(AnswerQuestion)
  @PositionHeader()
  @ApiOperation({
    operationId: 'followEntries',
    summary: 'Every entry of a project that you may see, in order, as server-sent events',
    description:
      'First those that are on record, then each as it comes. The id of an event is that of the entry: sent as `Last-Event-ID`, the stream goes on behind it. It ends after an hour at most, or when the service stops; read on then.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last entry that you have; without it, all from the first on.',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiOkResponse({
    description: 'Events called `entry-recorded`, whose data is the entry as JSON.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'id: 6fa459ea-ee8a-5ca4-894e-db77e160355e\nevent: entry-recorded\ndata: {}\n\n',
      },
    },
  })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async follow(
    @Param() { project }: ProjectPath,
    @Headers('last-event-id') last: string | undefined,
    @Reader() audience: Audience,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (last !== undefined && !madeId.holds(last))
      throw problems.malformed('Last-Event-ID must be the id of an entry, as the stream gave it');
    const after = await this.feed.beginning({ project, audience }, last);
    const stream = this.streams.answer(reply);
    const following = this.feed.follow({
      ...{ project, audience, after },
      onEntry: (entry) => stream.send({ id: entry.id, event: 'entry-recorded', data: entry }),
      onError: (error) => {
        logger.error('entries cannot be followed; whoever reads on begins again', error);
        stream.end();
      },
    });
    stream.onClose(() => void following.stop());
  }
}
