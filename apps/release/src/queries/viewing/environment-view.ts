import { Injectable } from '@nestjs/common';
import { systemActor } from '@roadbook/decider';
import { Clock, Ids } from '@roadbook/process';
import { EnvironmentAnswersSource } from '../../domain/environment-answers/source.js';
import type { EnvironmentAnswers } from '../../domain/environment-answers/source.js';

/** What the environment service says of a project's environments, now or at an instant. Asking leaves nothing on record there. */
@Injectable()
export class EnvironmentView {
  constructor(
    private readonly source: EnvironmentAnswersSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  of(project: string, version: string | null, asOf: string | null): Promise<EnvironmentAnswers> {
    const origin = {
      ...{ actor: systemActor, role: 'system' as const },
      ...{ at: this.clock.now(), correlationId: this.ids.next() },
    };
    const about = { project, version, candidate: null, deployment: null, asOf, origin };
    return this.source.ask(
      {
        ...about,
        ...{ environment: 'production', asks: ['pipeline', 'parity'], purpose: 'eligibility' },
      },
      'read',
    );
  }
}
