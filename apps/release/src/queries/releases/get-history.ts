import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { releaseKey } from '../../projections/release-key.js';
import { chapterKey, releaseHistory } from '../../projections/release-history/release-history.js';
import type { HistoryLine } from '../../projections/release-history/row.js';
import { ReleaseRows } from '../release-rows.js';
import type { Page, PageRequest } from '@roadbook/questions';

export type { HistoryLine } from '../../projections/release-history/row.js';

/** What happened to a release, in order: what, when, who and in which role. */
export class GetHistory extends Query<Page<HistoryLine>> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(GetHistory)
export class GetHistoryHandler implements IQueryHandler<GetHistory> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject, UnknownRelease */
  async execute({ project, version, page }: GetHistory): Promise<Page<HistoryLine>> {
    const release = releaseKey(project, version);
    await this.current.ofRelease(releaseHistory, project, version, chapterKey(release, 0));
    const rows = await this.current.upToNow();
    const lines: HistoryLine[] = [];
    let next = page.after === undefined ? 0 : Number(page.after[0]) + 1;
    // One line more than the page has tells whether there is another page.
    while (lines.length <= page.limit) {
      const chapter = await rows.get(releaseHistory, chapterKey(release, next));
      const more = chapter?.lines.filter(({ revision }) => revision >= next) ?? [];
      if (more.length === 0) return { items: lines };
      lines.push(...more);
      next += more.length;
    }
    const items = lines.slice(0, page.limit);
    return { items, next: [items.at(-1)?.revision ?? 0] };
  }
}
