import { refuseAtFirst, refuseUnlessAll, silence } from '@roadbook/decider';
import type { Decider, Decision, Origin } from '@roadbook/decider';
import type { Project } from '../project/project.js';
import type { EntryCommand } from './commands.js';
import {
  entryIsFit,
  entryWasNotGivenUp,
  projectIsRegistered,
  roleIsPermitted,
  supersededIsKnown,
  supersededOnce,
} from './conditions.js';
import type { EntryEvent } from './events.js';
import { evolveEntry, noEntry } from './state.js';
import type { Entry } from './state.js';

type DataOf<Type extends EntryCommand['type']> = Extract<EntryCommand, { type: Type }>['data'];

/** What has to be known from elsewhere: whether there is such a project. */
export interface Surroundings {
  readonly project: Project;
}

export function decideEntry(
  command: EntryCommand,
  entry: Entry,
  origin: Origin,
  surroundings: Surroundings,
): Decision<EntryEvent> {
  const refusal = refuseAtFirst([roleIsPermitted], { command, origin });
  if (refusal) return refusal;
  switch (command.type) {
    case 'RecordEntry':
      return recordEntry(command.data, entry, origin, surroundings);
    case 'RecordHappening':
      return recordHappening(command.data, entry);
    case 'SupersedeEntry':
      return supersedeEntry(command.data, entry, origin);
    case 'AbandonEntry':
      return abandonEntry(command.data, entry);
    default:
      return command satisfies never;
  }
}

/** The id of the entry follows from the command: what is recorded there already is this very one. */
function recordEntry(
  contents: DataOf<'RecordEntry'>,
  entry: Entry,
  { actor, role }: Origin,
  { project }: Surroundings,
): Decision<EntryEvent> {
  if (entry.situation.is === 'recorded') return silence;
  return (
    refuseAtFirst([projectIsRegistered], { project }) ??
    refuseUnlessAll(entryIsFit, { contents }) ??
    refuseAtFirst([entryWasNotGivenUp], { entry }) ?? [
      {
        type: 'EntryRecorded',
        data: { ...contents, form: 'text', author: { actor, role }, tells: null },
      },
    ]
  );
}

/** A happening is a fact that another service has decided on: it is on record once, also before its project is heard of. */
function recordHappening(contents: DataOf<'RecordHappening'>, entry: Entry): Decision<EntryEvent> {
  return entry.situation.is === 'recorded'
    ? silence
    : [{ type: 'EntryRecorded', data: { ...contents, form: 'markdown' } }];
}

function supersedeEntry(
  { by, insteadOf }: DataOf<'SupersedeEntry'>,
  entry: Entry,
  origin: Origin,
): Decision<EntryEvent> {
  if (entry.supersededBy?.by === by) return silence;
  return (
    refuseAtFirst([supersededIsKnown], { entry, origin }) ??
    refuseAtFirst([supersededOnce], { entry, insteadOf }) ?? [
      { type: 'EntrySuperseded', data: { by } },
    ]
  );
}

/** Silent for an entry that was recorded after all. */
function abandonEntry(data: DataOf<'AbandonEntry'>, { situation }: Entry): Decision<EntryEvent> {
  return situation.is === 'unrecorded' ? [{ type: 'EntryAbandoned', data }] : silence;
}

export const entryDecider: Decider<EntryCommand, Entry, EntryEvent, Surroundings> = {
  initial: noEntry,
  decide: decideEntry,
  evolve: evolveEntry,
};
