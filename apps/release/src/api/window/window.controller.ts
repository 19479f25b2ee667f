import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '../answering/command-route.js';
import { decideRelease } from '../asking/decide.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import { TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { DeclareClientsDto, NoteDto, WindowDto } from './window.dto.js';

@Topic('window', releasePath)
export class WindowController {
  constructor(private readonly commands: CommandBus) {}

  @Put('window')
  @CommandRoute('ProposeWindow', { summary: 'Propose a window for production' })
  propose(@Param() path: ReleasePath, @Body() body: WindowDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ProposeWindow', path, body, taken));
  }

  @Post('window/confirmation')
  @CommandRoute('ConfirmWindow', { summary: 'Confirm the window that somebody else proposed' })
  confirm(@Param() path: ReleasePath, @Body() body: WindowDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ConfirmWindow', path, body, taken));
  }

  @Put('clients')
  @CommandRoute('DeclareClients', { summary: 'Declare whether clients are affected' })
  declareClients(
    @Param() path: ReleasePath,
    @Body() body: DeclareClientsDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('DeclareClients', path, body, taken));
  }

  @Post('client-communication')
  @CommandRoute('AcknowledgeClientCommunication', {
    summary: 'Acknowledge the client communication',
  })
  acknowledge(@Param() path: ReleasePath, @Body() body: NoteDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(
      decideRelease('AcknowledgeClientCommunication', path, body, taken),
    );
  }
}
