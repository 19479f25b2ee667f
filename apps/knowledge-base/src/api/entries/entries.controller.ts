import { Body, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  answerDocument,
  commandRoutes,
  everybody,
  happened,
  listed,
  listNamed,
  pageOf,
  ProjectPath,
  ReadRoute,
  TakenFrom,
  Topic,
} from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import type { FastifyReply } from 'fastify';
import { WriteEntry } from '../../commands/commands.js';
import { entryMarkdown } from '../../documents/entry.js';
import type { KnownIssue } from '../../domain/entry/parts.js';
import type { Audience } from '../../domain/entry/visibility.js';
import { entryPermissions } from '../../domain/permissions.js';
import { GetEntry } from '../../queries/entries/get-entry.js';
import { ListEntries } from '../../queries/entries/list-entries.js';
import { EntryPath } from '../asking/entry-path.dto.js';
import { FilterQuery, filterOf } from '../asking/filter.dto.js';
import { Reader } from '../asking/reader.js';
import { EntryDto, EntrySummaryDto } from './entry.dto.js';
import { WriteEntryDto } from './write-entry.dto.js';
import { WrittenDto } from './written.dto.js';

const CommandRoute = commandRoutes({
  permissions: entryPermissions,
  statuses: {
    'project-registered': { status: 404, title: 'There is no such project' },
    'role-permitted-on-entry': { status: 403, title: 'Your role may not do this' },
  },
  named: ['project'],
});

@Topic('entries', 'v1/projects/:project/entries')
export class EntriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @CommandRoute('RecordEntry', {
    summary: 'Write an entry, in the place of another one where you say so',
    description: 'Entries are superseded, never changed or deleted.',
    answer: WrittenDto,
    address: ({ project, entry }) => `/v1/projects/${String(project)}/entries/${String(entry)}`,
  })
  write(
    @Param() { project }: ProjectPath,
    @Body() { occurredAt, supersedes, ...said }: WriteEntryDto,
    @TakenFrom() { origin, expected }: Taken,
  ) {
    const { version, knownIssue, ...texts } = said;
    const contents = {
      ...texts,
      version: version ?? null,
      knownIssue: knownIssue ? plain(knownIssue) : null,
    };
    return this.commands.execute(
      new WriteEntry(project, contents, supersedes ?? null, happened(origin, occurredAt), expected),
    );
  }

  @Get()
  @ReadRoute({
    operationId: 'listEntries',
    summary: 'The entries of a project that you may see, the latest first',
    description: 'Without their contents.',
    answer: EntrySummaryDto,
    list: true,
    may: everybody,
  })
  async list(
    @Param() { project }: ProjectPath,
    @Query() query: FilterQuery,
    @Reader() reader: Audience,
  ) {
    const list = listNamed(`entries of ${project}`, query);
    const asked = new ListEntries(project, filterOf(query), reader, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get(':entry')
  @ReadRoute({
    operationId: 'getEntry',
    summary: 'An entry, and what stands in its place',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: EntryDto,
    markdown: '---\nkb_id: 6fa459ea-ee8a-5ca4-894e-db77e160355e\n',
    may: everybody,
  })
  async get(
    @Param() { project, entry }: EntryPath,
    @Headers('accept') accept: string | undefined,
    @Reader() reader: Audience,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new GetEntry(project, entry, reader));
    return answerDocument(reply, accept, found, entryMarkdown);
  }
}

/** Fields of a request are an object of its class; an event has nothing but data. */
const plain = ({ severity, workaround, targetFix }: KnownIssue): KnownIssue => ({
  severity,
  workaround,
  targetFix,
});
