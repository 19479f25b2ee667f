import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '../answering/command-route.js';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import { decideRelease } from '../asking/decide.js';
import { AuthorizationPath, releasePath } from '../asking/paths.dto.js';
import type { Taken } from '@roadbook/api';
import { ReasonDto } from '../planning/planning.dto.js';

@Topic('authorization', releasePath)
export class AuthorizationController {
  constructor(private readonly commands: CommandBus) {}

  @Post('authorizations/:of/request')
  @CommandRoute('RequestAuthorization', {
    summary: 'Request the authorization of the promotion or of production',
    bodiless: true,
  })
  request(@Param() path: AuthorizationPath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('RequestAuthorization', path, body, taken));
  }

  @Post('authorizations/:of/grant')
  @CommandRoute('Authorize', { summary: 'Authorize the promotion or production', bodiless: true })
  grant(@Param() path: AuthorizationPath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('Authorize', path, body, taken));
  }

  @Post('authorizations/:of/denial')
  @CommandRoute('Deny', { summary: 'Deny the promotion or production' })
  deny(@Param() path: AuthorizationPath, @Body() body: ReasonDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('Deny', path, body, taken));
  }
}
