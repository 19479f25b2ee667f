import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ReadModel } from '@roadbook/read-model';
import { paths } from '../../domain/environments.js';
import type { Environment, ReleaseKind } from '../../domain/environments.js';
import { releaseKey } from '../../projections/release-key.js';
import { releaseList } from '../../projections/release-list/release-list.js';
import type { ReleaseListRow } from '../../projections/release-list/row.js';
import { CurrentRows } from '../current-rows.js';
import type { Page, PageRequest, Period } from '../page.js';
import { stateNow } from './release-state.js';
import type { ReleaseState } from './release-state.js';

/** All that are given must hold. */
export interface ReleaseFilter {
  readonly state?: ReleaseState;
  readonly kind?: ReleaseKind;
  /** Reported times where they were given, else recorded. */
  readonly planned?: Period;
  /** When it was verified in production. */
  readonly live?: Period;
}

/** A release in a list. Times are ISO 8601 in UTC. */
export interface ListedRelease {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  readonly state: ReleaseState;
  /** True while a security block stands. */
  readonly blocked: boolean;
  /** The commit that would be shipped. */
  readonly candidate: string | null;
  /** How many tickets are targeted. */
  readonly tickets: number;
  /** The furthest environment that the candidate has passed, with all before it on its path. */
  readonly passed: Environment | null;
  /** As reported where that was, else as recorded; so is `liveAt`. */
  readonly plannedAt: string;
  /** When it was verified in production, rolled back since or not. */
  readonly liveAt: string | null;
  /** Recorded time of its last event. */
  readonly changedAt: string;
  readonly revision: number;
}

/** The releases of a project, the one planned last first. */
export class ListReleases extends Query<Page<ListedRelease>> {
  constructor(
    readonly project: string,
    readonly filter: ReleaseFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListReleases)
export class ListReleasesHandler implements IQueryHandler<ListReleases> {
  constructor(private readonly current: CurrentRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListReleases): Promise<Page<ListedRelease>> {
    const { rows, row } = await this.current.ofProject(project);
    const production = row.production?.version;
    const listed = (release: ReleaseListRow) => listedRelease(release, production);
    if (filter.state === 'in-production')
      return { items: (await inProduction(rows, project, production, filter)).map(listed) };
    const found = await rows.page(releaseList, {
      where: {
        project,
        kind: filter.kind,
        // Which of those that were verified there have been replaced is not in their rows.
        state: filter.state === 'replaced' ? 'in-production' : filter.state,
        plannedAt: within(filter.planned),
        liveAt: within(filter.live),
      },
      orderBy: ['plannedPosition'],
      direction: 'descending',
      ...page,
    });
    const items = found.rows
      .map(listed)
      .filter(({ state }) => filter.state === undefined || state === filter.state);
    return { items, next: found.next };
  }
}

/** One release of a project stands in production, or none. */
async function inProduction(
  rows: ReadModel,
  project: string,
  production: string | undefined,
  { kind, planned, live }: ReleaseFilter,
): Promise<ReleaseListRow[]> {
  if (production === undefined) return [];
  const row = await rows.get(releaseList, releaseKey(project, production));
  if (row?.stands.state !== 'in-production') return [];
  const isWanted =
    (kind === undefined || row.planned.kind === kind) &&
    lies(row.planned.at, planned) &&
    lies(row.stands.liveAt ?? '', live);
  return isWanted ? [row] : [];
}

const within = (period: Period | undefined) => period && { from: period.from, before: period.to };

const lies = (time: string, { from, to }: Period = {}): boolean =>
  (from === undefined || time >= from) && (to === undefined || time < to);

/** Up to the first that is not passed, or not any more. */
function furthest(path: readonly Environment[], passed: readonly Environment[]) {
  const open = path.findIndex((environment) => !passed.includes(environment));
  return path[(open === -1 ? path.length : open) - 1] ?? null;
}

const listedRelease = (
  { planned, stands, last }: ReleaseListRow,
  production: string | undefined,
): ListedRelease => ({
  project: planned.project,
  version: planned.version,
  kind: planned.kind,
  state: stateNow(stands.state, planned.version, production),
  blocked: stands.blocked,
  candidate: stands.candidate,
  tickets: stands.tickets,
  passed: furthest(paths[planned.kind], stands.passed),
  plannedAt: planned.at,
  liveAt: stands.liveAt,
  changedAt: last.recordedAt,
  revision: last.revision,
});
