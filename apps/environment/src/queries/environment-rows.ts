import { Injectable } from '@nestjs/common';
import { EventStore } from '@roadbook/event-store';
import { CurrentRows } from '@roadbook/questions';
import { ReadModel } from '@roadbook/read-model';
import { knows } from './knows.js';

/** The rows of projects, as they are now. */
@Injectable()
export class EnvironmentRows extends CurrentRows {
  constructor(
    private readonly store: EventStore,
    rows: ReadModel,
  ) {
    super(store, rows);
  }

  /** @throws UnknownProject */
  async ofProject(project: string): Promise<ReadModel> {
    await knows(this.store, project);
    return this.upToNow();
  }
}
