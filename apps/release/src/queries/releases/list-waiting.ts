import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ReleaseKind } from '../../domain/environments.js';
import type { Surroundings } from '../../domain/hard-rules/standpoint.js';
import { releaseList } from '../../projections/release-list/release-list.js';
import type { ReleaseListRow } from '../../projections/release-list/row.js';
import { ReleaseRows } from '../release-rows.js';
import type { Page, PageRequest } from '@roadbook/questions';
import { EnvironmentView } from '../viewing/environment-view.js';
import { Present } from '../viewing/present.js';
import { answered } from '../viewing/surroundings.js';
import { waitingOf } from './waiting.js';
import type { Waiting } from './waiting.js';

/** A release that is not at its end, what it waits for, and for whom. */
export interface WaitingRelease extends Waiting {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  readonly candidate: string | null;
  /** Recorded time of its last event: nothing has happened to it since. */
  readonly since: string;
}

/** Where each release of a project waits, and for whom; the one planned first comes first. */
export class ListWaiting extends Query<Page<WaitingRelease>> {
  constructor(
    readonly project: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListWaiting)
export class ListWaitingHandler implements IQueryHandler<ListWaiting> {
  constructor(
    private readonly current: ReleaseRows,
    private readonly present: Present,
    private readonly environments: EnvironmentView,
  ) {}

  /** @throws UnknownProject */
  async execute({ project, page }: ListWaiting): Promise<Page<WaitingRelease>> {
    const { rows } = await this.current.ofProject(project);
    const seen = answered(
      await this.present.surroundings(project),
      await this.environments.of(project, null, null),
    );
    const where = { project, waits: 1 } as const;
    const found = await rows.page(releaseList, { where, orderBy: ['plannedPosition'], ...page });
    const items: WaitingRelease[] = [];
    for (const row of found.rows) items.push(...(await this.waitingRelease(row, seen)));
    return { items, next: found.next };
  }

  /** None when the release came to its end between the two reads. */
  private async waitingRelease(
    { planned: { project, version, kind }, stands: { candidate }, last }: ReleaseListRow,
    seen: { readonly at: string; readonly surroundings: Surroundings },
  ): Promise<WaitingRelease[]> {
    const { release } = await this.present.release(project, version);
    const waiting = waitingOf({ release, ...seen });
    const of = { project, version, kind, candidate, since: last.recordedAt };
    return waiting.missing.length > 0 ? [{ ...of, ...waiting }] : [];
  }
}
