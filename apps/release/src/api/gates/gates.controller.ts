import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '../answering/command-route.js';
import { decideRelease } from '../asking/decide.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import { TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ReasonDto } from '../planning/planning.dto.js';
import { ReportGateDto } from './gates.dto.js';

@Topic('gates', releasePath)
export class GatesController {
  constructor(private readonly commands: CommandBus) {}

  @Post('gates')
  @CommandRoute('ReportGate', {
    summary: "Report a role's verdict about tickets",
    description:
      'With several of the three roles in one token, name the one that the gate is of in the header Roadbook-Role.',
  })
  report(@Param() path: ReleasePath, @Body() body: ReportGateDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ReportGate', path, body, taken));
  }

  @Put('security-block')
  @CommandRoute('SetSecurityBlock', { summary: 'Put a security block on the release' })
  setBlock(@Param() path: ReleasePath, @Body() body: ReasonDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('SetSecurityBlock', path, body, taken));
  }

  @Post('security-block/clearance')
  @CommandRoute('ClearSecurityBlock', { summary: 'Clear the security block' })
  clearBlock(@Param() path: ReleasePath, @Body() body: ReasonDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ClearSecurityBlock', path, body, taken));
  }
}
