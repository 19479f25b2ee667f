import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { checklist } from '../../domain/checklist.js';
import type { ChecklistItem } from '../../domain/checklist.js';
import type { PlannedRelease } from '../../domain/release/state.js';
import type { ChecklistContents } from '../../projections/checklist-contents/row.js';
import { Views } from '../viewing/views.js';

/** The release checklist with everything that its document is made of. */
export interface ChecklistView {
  readonly release: PlannedRelease;
  /** In the order of the layout, each with the answers of its conditions. */
  readonly items: readonly ChecklistItem[];
  readonly contents: ChecklistContents;
  /** Time of the last event that the checklist rests on: its reporter's, where one was given. */
  readonly date: string;
  /** The instant for which it was asked. */
  readonly at: string;
  /** Of the release's stream at that instant. */
  readonly revision: number;
}

export class GetChecklist extends Query<ChecklistView> {
  constructor(
    readonly project: string,
    readonly version: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetChecklist)
export class GetChecklistHandler implements IQueryHandler<GetChecklist> {
  constructor(private readonly views: Views) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async execute({ project, version, point }: GetChecklist): Promise<ChecklistView> {
    const { standpoint, beside, revision, happenedAt } = await this.views.of(
      project,
      version,
      point,
    );
    const items = checklist(standpoint);
    const { release, at } = standpoint;
    const { contents } = beside;
    return { release, items, contents, date: happenedAt, at, revision };
  }
}
