import { assertProject, problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import type { EventSearch, RecordedEvent } from '@roadbook/questions';
import { listed, listNamed, pageOf, periodOf } from '../reading/pages.js';
import type { Listed } from '../reading/pages.js';
import type { EventsQuery } from './events-query.dto.js';
import { typesIn } from './types-in.js';

/**
 * A page of what a service has on record.
 * @param list names it among the lists, so that a cursor of another one is refused
 * @throws Problem 400 for a type that no event has, and where a token that is for some projects names none; 403 for a project that is none
 * of them
 * @throws UnknownProject
 */
export async function answerEvents(
  list: string,
  search: EventSearch,
  query: EventsQuery,
  caller: Identity,
): Promise<Listed<RecordedEvent>> {
  const { project, type, actor, from, to } = query;
  if (project !== undefined) assertProject(caller, project);
  else if (caller.projects)
    throw problems.invalid([
      { field: 'project', message: 'your token is for some projects: name one' },
    ]);
  const named = listNamed(list, query);
  const types = typesIn(search.types, type);
  const filter = { project, types, actor, recorded: periodOf(from, to) };
  return listed(named, await search.find(filter, pageOf(named, query)));
}
