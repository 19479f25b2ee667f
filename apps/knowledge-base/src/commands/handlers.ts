import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Outcome } from '@roadbook/decisions';
import { HearOfProject, RecordHappening, WriteEntry } from './commands.js';
import { Deciding } from './deciding.js';
import type { Written } from './written.js';

@CommandHandler(WriteEntry)
export class WriteEntryHandler implements ICommandHandler<WriteEntry> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, contents, supersedes, origin, expected }: WriteEntry): Promise<Written> {
    return this.deciding.write(project, contents, supersedes, origin, expected);
  }
}

@CommandHandler(RecordHappening)
export class RecordHappeningHandler implements ICommandHandler<RecordHappening> {
  constructor(private readonly deciding: Deciding) {}

  execute({ happening, origin }: RecordHappening): Promise<Written> {
    return this.deciding.onHappening(happening, origin);
  }
}

@CommandHandler(HearOfProject)
export class HearOfProjectHandler implements ICommandHandler<HearOfProject> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, name, origin }: HearOfProject): Promise<Outcome> {
    return this.deciding.onProject(project, name, origin);
  }
}

export const commandHandlers = [WriteEntryHandler, RecordHappeningHandler, HearOfProjectHandler];
