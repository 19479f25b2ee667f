import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Caller, May, ProblemResponses } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { everybody, Topic } from '@roadbook/api';
import { MeDto } from './answers.dto.js';

@Topic('projects', 'v1')
export class MeController {
  @Get('me')
  @May(...everybody)
  @ApiOperation({ operationId: 'getMe', summary: 'Who you are to Roadbook' })
  @ApiOkResponse({ description: 'The answer.', type: MeDto })
  @ProblemResponses(400, 401, 422)
  me(@Caller() { actor, roles, projects }: Identity) {
    return { actor, roles, projects: projects ?? null };
  }
}
