import { Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import { Caller, May, ProblemResponses } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { Topic } from '../asking/topic.js';

export class MeDto {
  /**
   * Under which everything that you do is recorded.
   * @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e'
   */
  actor: ActorId;

  /** @example ['cio'] */
  roles: readonly Role[];
}

@Topic('projects', 'v1')
export class MeController {
  @Get('me')
  @May(...(roles.filter((role) => role !== 'system') as [Role, ...Role[]]))
  @ApiOperation({ operationId: 'getMe', summary: 'Who you are to Roadbook' })
  @ProblemResponses(401)
  me(@Caller() { actor, roles: held }: Identity): MeDto {
    return { actor, roles: held };
  }
}
