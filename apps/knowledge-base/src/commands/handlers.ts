import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { WriteEntry } from './commands.js';
import { Deciding } from './deciding.js';
import type { Written } from './written.js';

@CommandHandler(WriteEntry)
export class WriteEntryHandler implements ICommandHandler<WriteEntry> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, contents, supersedes, origin, expected }: WriteEntry): Promise<Written> {
    return this.deciding.write(project, contents, supersedes, origin, expected);
  }
}

export const commandHandlers = [WriteEntryHandler];
