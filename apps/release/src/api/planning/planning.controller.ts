import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { addressOfRelease } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideRelease, planRelease } from '../asking/decide.js';
import { ReleasePath, TicketPath } from '../asking/paths.dto.js';
import { TakenFrom, ProjectPath, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ReasonDto, ReportMergeDto } from './planning.dto.js';
import { PlanReleaseDto, RetargetTicketsDto, WidenSecurityScopeDto } from './tickets.dto.js';

@Topic('planning', 'v1/projects/:project/releases')
export class PlanningController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute('PlanRelease', { summary: 'Plan a release', address: addressOfRelease })
  plan(@Param() path: ProjectPath, @Body() body: PlanReleaseDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(planRelease(path, body, taken));
  }

  @Put(':version/tickets')
  @CommandRoute('RetargetTickets', {
    summary: 'Target other tickets',
    description: 'Voids the authorizations.',
  })
  retarget(
    @Param() path: ReleasePath,
    @Body() body: RetargetTicketsDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('RetargetTickets', path, body, taken));
  }

  @Post(':version/merges')
  @CommandRoute('ReportMerge', { summary: 'Report that tickets were merged' })
  reportMerge(@Param() path: ReleasePath, @Body() body: ReportMergeDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ReportMerge', path, body, taken));
  }

  @Post(':version/tickets/:ticket/security-scope')
  @CommandRoute('WidenSecurityScope', { summary: "Widen a ticket's security scope" })
  widenSecurityScope(
    @Param() path: TicketPath,
    @Body() body: WidenSecurityScopeDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('WidenSecurityScope', path, body, taken));
  }

  @Post(':version/withdrawal')
  @CommandRoute('WithdrawRelease', { summary: 'Withdraw a release' })
  withdraw(@Param() path: ReleasePath, @Body() body: ReasonDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('WithdrawRelease', path, body, taken));
  }
}
