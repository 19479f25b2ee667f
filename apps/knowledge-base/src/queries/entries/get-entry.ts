import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Audience } from '../../domain/entry/visibility.js';
import { KnowledgeRows } from '../knowledge-rows.js';
import { entryView } from './entry-view.js';
import type { EntryView } from './entry-view.js';

export class GetEntry extends Query<EntryView> {
  constructor(
    readonly project: string,
    readonly entry: string,
    readonly audience: Audience,
  ) {
    super();
  }
}

@QueryHandler(GetEntry)
export class GetEntryHandler implements IQueryHandler<GetEntry> {
  constructor(private readonly current: KnowledgeRows) {}

  /** @throws UnknownProject, UnknownPart */
  async execute({ project, entry, audience }: GetEntry): Promise<EntryView> {
    return entryView(await this.current.ofEntry(project, entry, audience), audience);
  }
}
