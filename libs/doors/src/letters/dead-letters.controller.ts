import { Get, Header, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { listed, listedAnswer, listNamed, pageOf, Topic } from '@roadbook/api';
import { Caller, May, ProblemResponses } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { DeadLetterDto } from './dead-letter.dto.js';
import { DeadLettersQuery } from './dead-letters-query.dto.js';
import { Listing } from './listing.js';

@Topic('messages', 'v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly listing: Listing) {}

  @Get()
  @May('orchestrator', 'auditor')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'listDeadLetters',
    summary: 'Messages that could not be taken, with the reason, the oldest first',
    description:
      'Without what they said: an operator reads and replays them at the terminal, with `npm run dead-letters`.',
  })
  @ApiExtraModels(DeadLetterDto)
  @ApiOkResponse({
    description: 'The answer.',
    content: { 'application/json': { schema: listedAnswer(DeadLetterDto) } },
  })
  @ProblemResponses(400, 401, 403, 422, 503)
  async list(@Query() query: DeadLettersQuery, @Caller() { projects }: Identity) {
    const name = listNamed('dead letters', query);
    const { topic, consumer } = query;
    const { items, next } = await this.listing.page(
      { topic, consumer, projects },
      pageOf(name, query),
    );
    const told = items.map((letter) => ({ ...letter, replayed: letter.replayed ?? null }));
    return listed(name, { items: told, next });
  }
}
