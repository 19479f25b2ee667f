import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId } from '@roadbook/process';
import { RehearsalAcceptedDto } from '../answering/accepted.dto.js';
import { addressOfRehearsal } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideRelease } from '../asking/decide.js';
import { RehearsalPath, ReleasePath, releasePath } from '../asking/paths.dto.js';
import { TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ReportStepsDto, StartRehearsalDto } from './rehearsals.dto.js';

@Topic('rehearsals', releasePath)
export class RehearsalsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('rehearsals')
  @CommandRoute('StartRehearsal', {
    summary: 'Start a rehearsal of the rollback plan',
    answer: RehearsalAcceptedDto,
    address: addressOfRehearsal,
  })
  async start(
    @Param() path: ReleasePath,
    @Body() body: StartRehearsalDto,
    @TakenFrom() taken: Taken,
  ) {
    const rehearsal = derivedId(taken.origin.commandId, 'rehearsal');
    const command = decideRelease(
      'StartRehearsal',
      path,
      Object.assign({ rehearsal }, body),
      taken,
    );
    return { ...(await this.commands.execute(command)), rehearsal };
  }

  @Post('rehearsals/:rehearsal/steps')
  @CommandRoute('ReportRehearsalSteps', { summary: 'Report steps of a rehearsal' })
  reportSteps(
    @Param() path: RehearsalPath,
    @Body() body: ReportStepsDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportRehearsalSteps', path, body, taken));
  }
}
