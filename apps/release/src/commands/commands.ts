import { Command } from '@nestjs/cqrs';
import type { Origin, Environment } from '@roadbook/decider';
import type { ExpectedRevision, Outcome } from '@roadbook/decisions';
import type { ReleaseCommand } from '../domain/release/commands.js';
import type { RoadCommand } from '../domain/road/commands.js';
import type { Started } from './started.js';

/** What is asked of one release. Its decider answers. */
export class DecideRelease extends Command<Outcome> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly command: ReleaseCommand,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}

/** What is asked of the road of a project. Its decider answers. */
export class DecideRoad extends Command<Outcome> {
  constructor(
    readonly project: string,
    readonly command: RoadCommand,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}

/** Deploy the release to an environment: claims the environment on the road first, then starts. */
export class StartPromotion extends Command<Started<'deployment'>> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly environment: Environment,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}

/** Undo the release in production: claims the rollback on the road first, then starts. */
export class InvokeRollback extends Command<Started<'rollback'>> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly why: {
      readonly reason: string;
      readonly confirmation: string;
      readonly usersAffected: boolean;
    },
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}
