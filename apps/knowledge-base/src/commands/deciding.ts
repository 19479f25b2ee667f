import { entryOfHappening } from '@roadbook/contracts';
import { isRefusal } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import type { ExpectedRevision, Outcome } from '@roadbook/decisions';
import type { EntryCommand } from '../domain/entry/commands.js';
import { entryDecider } from '../domain/entry/decide.js';
import type { EntryContents } from '../domain/entry/parts.js';
import { noEntry } from '../domain/entry/state.js';
import { projectDecider } from '../domain/project/project.js';
import type { Project } from '../domain/project/project.js';
import { entryStream, projectStream } from '../domain/streams.js';
import { entryOfCommand } from './entry-id.js';
import type { Happening } from './happening.js';
import { Superseding } from './superseding.js';
import type { Written } from './written.js';

/** Decides on entries: first where one takes the place of another, then on the entry itself. */
export class Deciding {
  constructor(private readonly decisions: Decisions) {}

  /** What somebody writes. All that can be refused about it is refused before anything is superseded. */
  async write(
    project: string,
    contents: EntryContents,
    supersedes: string | null,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Written> {
    const entry = entryOfCommand(origin);
    const known = await this.project(project);
    const draft = { type: 'RecordEntry', data: { ...contents, supersedes: null } } as const;
    const unfit = entryDecider.decide(draft, noEntry, origin, { project: known });
    if (isRefusal(unfit)) return unfit;
    const superseded =
      supersedes === null
        ? null
        : await new Superseding(this.decisions, project).supersede(supersedes, entry, origin);
    if (superseded && isRefusal(superseded)) return superseded;
    const command = { ...draft, data: { ...contents, supersedes: superseded } } as const;
    return this.record(project, entry, command, origin, expected);
  }

  /** What a happening calls for. A repeat finds it on record and asks nothing more. */
  async onHappening(
    { project, tells, author, contents, replaces }: Happening,
    origin: Origin,
  ): Promise<Written> {
    const entry = entryOfHappening(project, tells);
    const stream = entryStream(project, entry);
    const { state, revision, position } = await this.decisions.load(entryDecider, stream);
    if (state.situation.is === 'recorded')
      return { entry, revision, position, events: [], repeated: true };
    const supersedes =
      replaces === null
        ? null
        : await new Superseding(this.decisions, project).supersedeLatest(
            entryOfHappening(project, { ...tells, event: replaces }),
            entry,
            contents.visibility,
            origin,
          );
    const data = { ...contents, author, tells, supersedes };
    return this.record(project, entry, { type: 'RecordHappening', data }, origin);
  }

  onProject(project: string, name: string, origin: Origin): Promise<Outcome> {
    const command = { type: 'HearOfProject', data: { name } } as const;
    const question = { command, origin, surroundings: () => undefined };
    return this.decisions.decide(projectDecider, projectStream(project), question);
  }

  private async project(project: string): Promise<Project> {
    return (await this.decisions.load(projectDecider, projectStream(project))).state;
  }

  private async record(
    project: string,
    entry: string,
    command: EntryCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Written> {
    const surroundings = async () => ({ project: await this.project(project) });
    const question = { command, origin, surroundings, expected };
    const stream = entryStream(project, entry);
    const outcome = await this.decisions.decide(entryDecider, stream, question);
    return isRefusal(outcome) ? outcome : { ...outcome, entry };
  }
}
