import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { parityOf } from '../../domain/environments/answering-parity.js';
import type { ParityAnswer } from '../../domain/environments/parity.js';
import { StandingEnvironments } from '../environments/standing.js';

/** Whether staging and qa mirror production. */
export interface ParityView extends ParityAnswer {
  readonly project: string;
  readonly revision: number;
}

/** Parity now or as it was. Asking leaves nothing behind: a check is a command. */
export class GetParity extends Query<ParityView> {
  constructor(
    readonly project: string,
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetParity)
export class GetParityHandler implements IQueryHandler<GetParity> {
  constructor(private readonly standing: StandingEnvironments) {}

  /** @throws UnknownProject, NotYetHappened */
  async execute({ project, point }: GetParity): Promise<ParityView> {
    const { state, revision } = await this.standing.at(project, point);
    return { project, ...parityOf(state), revision };
  }
}
