import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { entriesMax } from '@roadbook/decider';
import type { ReadModel } from '@roadbook/read-model';
import type { KnownIssue } from '../../domain/entry/parts.js';
import { isPublished } from '../../domain/entry/visibility.js';
import { entries } from '../../projections/entries/entries.js';
import { isPresent } from '../../projections/entries/row.js';
import type { EntryRow, PresentEntryRow } from '../../projections/entries/row.js';
import { KnowledgeRows } from '../knowledge-rows.js';

/** A release note is no history: what is told beside it are the latest few. */
const contextLinesMax = 10;
const lookedThroughMax = 200;

/** What the knowledge base has for release notes, which clients read. */
export interface ForReleaseNotes {
  readonly knownIssues: readonly (KnownIssue & {
    readonly entry: string;
    readonly issue: string;
  })[];
  readonly context: readonly { readonly entry: string; readonly title: string }[];
}

export class GetKnownIssues extends Query<ForReleaseNotes> {
  constructor(
    readonly project: string,
    readonly version: string,
  ) {
    super();
  }
}

@QueryHandler(GetKnownIssues)
export class GetKnownIssuesHandler implements IQueryHandler<GetKnownIssues> {
  constructor(private readonly current: KnowledgeRows) {}

  /** @throws UnknownProject */
  async execute({ project, version }: GetKnownIssues): Promise<ForReleaseNotes> {
    const rows = await this.current.ofProject(project);
    const issues = await standing(rows, project, 1, entriesMax);
    const others = await standing(rows, project, 0, lookedThroughMax);
    return {
      knownIssues: issues.flatMap(({ id, recorded: { title, knownIssue } }) =>
        knownIssue ? [{ entry: id, issue: title, ...knownIssue }] : [],
      ),
      context: others
        .filter((row) => isRelated(row, version))
        .slice(0, contextLinesMax)
        .map(({ id, recorded: { title } }) => ({ entry: id, title })),
    };
  }
}

/**
 * What is published and stands for whoever reads release notes, the latest first. Where something internal has taken its place it stands
 * until something published takes the place of that: else clients could tell from the notes that there is an entry they may not see.
 */
async function standing(
  rows: ReadModel,
  project: string,
  knownIssue: 0 | 1,
  limit: number,
): Promise<PresentEntryRow[]> {
  const where = { project, published: 1, supersededForClients: 0, knownIssue };
  const query = { where, orderBy: ['position'], direction: 'descending', limit } as const;
  const found = (await rows.page(entries, query)).rows.filter(isPresent);
  const replaced = await Promise.all(found.map((row) => hasPublishedInItsPlace(rows, row)));
  return found.filter((_, index) => !replaced[index]);
}

async function hasPublishedInItsPlace(rows: ReadModel, row: EntryRow): Promise<boolean> {
  for (let { supersededBy } = row; supersededBy;) {
    if (isPublished(supersededBy.visibility)) return true;
    supersededBy = (await rows.get(entries, supersededBy.entry))?.supersededBy ?? null;
  }
  return false;
}

/** What people wrote of this version or of none, and how an earlier version was rolled back: notes compile what Roadbook wrote anyway. */
const isRelated = ({ recorded }: PresentEntryRow, version: string): boolean =>
  recorded.tells === null
    ? recorded.version === null || recorded.version === version
    : recorded.tells.happening === 'rollback-ended';
