import { Body, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Topic } from '@roadbook/api';
import { BodyReadBy, Caller, May, ProblemResponses } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import type { Addressed } from '@roadbook/messaging/envelope';
import type { FastifyRequest } from 'fastify';
import { wantedRole } from '../wanted-role.js';
import { eventSchema, examples } from './examples.js';
import { PublishedAllDto } from './published.dto.js';
import { Publishing } from './publishing.js';
import { events, eventsMax } from './read-events.js';

@Topic('messages', 'v1/messages')
export class PublishingController {
  constructor(private readonly publishing: Publishing) {}

  @Post()
  @May('cqo', 'cdo', 'cso', 'deployer')
  @HttpCode(202)
  @BodyReadBy(events)
  @ApiOperation({
    operationId: 'publishMessages',
    summary: 'Report gates, deployments and checks as CloudEvents',
    description: `One event in binary mode (attributes in the headers \`ce-…\`, data in the body) or in structured mode, or a batch of at most ${eventsMax}: all of them are published, or none. A gate is reported by the role that owns it, deployments and checks by a deployer. What was accepted takes effect a moment later; repeat it with the same ids when you don't know whether it arrived.`,
  })
  @ApiConsumes(...events.mediaTypes)
  @ApiHeader({
    name: 'Roadbook-Role',
    required: false,
    description:
      'The only role in which you report; without it, each event in the role that owns it.',
    schema: { type: 'string' },
  })
  @ApiBody({
    required: true,
    schema: { anyOf: [eventSchema, { type: 'array', items: eventSchema, maxItems: eventsMax }] },
    examples,
  })
  @ApiResponse({ status: 202, description: 'All are published.', type: PublishedAllDto })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async publish(
    @Body() sent: Addressed[],
    @Caller() caller: Identity,
    @Req() request: FastifyRequest,
  ): Promise<PublishedAllDto> {
    const publisher = { ...caller, actingAs: wantedRole(request) };
    const { correlationId } = request.roadbook;
    return { published: await this.publishing.publish(sent, publisher, correlationId) };
  }
}
