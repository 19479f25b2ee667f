import { Body, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { assertProject, Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { addressOfProject } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { registerProject } from '../asking/decide.js';
import { TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { RegisterProjectDto } from './projects.dto.js';

@Topic('projects', 'v1/projects')
export class ProjectsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute('RegisterProject', { summary: 'Register a project', address: addressOfProject })
  register(
    @Body() body: RegisterProjectDto,
    @Caller() caller: Identity,
    @TakenFrom() taken: Taken,
  ) {
    assertProject(caller, body.project);
    return this.commands.execute(registerProject(body, taken));
  }
}
