import type { StoredEvent } from '@roadbook/event-store';
import type { Acknowledgement, Book } from './acknowledged.js';
import { claimOf, givenBack, isClaim } from './claims.js';
import { field } from './field.js';
import { grouped } from './grouped.js';

type Stored = readonly StoredEvent[];

/** Events that a client was told of and that do not stand in the store as told, and once. */
export function lost(book: Book, stored: Stored): string[] {
  const byId = grouped(stored, ({ id }) => id);
  return [...book].flatMap(([key, { request, events }]) =>
    events
      .filter(({ id, type, revision }) => {
        const [event, ...others] = byId.get(id) ?? [];
        return event?.type !== type || event.revision !== revision || others.length > 0;
      })
      .map(({ id, type }) => `${request.path} (${key}): ${type} ${id}`),
  );
}

/**
 * Commands that left something else in the store than their client was told in the end. The claim on the road that a start rests on
 * stands there too; a claim that was given back after a crash is nobody's.
 */
export function doubled(book: Book, stored: Stored): string[] {
  const commandOf = new Map(stored.map(({ id, commandId }) => [id, commandId]));
  const nobodys = givenBack(stored);
  const counting = stored.filter((event) => !(isClaim(event) && nobodys.has(claimOf(event))));
  const byCommand = grouped(counting, ({ commandId }) => commandId);
  return [...book].flatMap(([key, told]) => {
    const commands = new Set(told.events.map(({ id }) => commandOf.get(id) ?? ''));
    const left = [...commands].flatMap((command) => byCommand.get(command) ?? []);
    return commands.size <= 1 && isWhatWasTold(told, left) ? [] : [differing(key, told, left)];
  });
}

function isWhatWasTold({ events }: Acknowledgement, left: Stored): boolean {
  const facts = left.filter((event) => !isClaim(event));
  const started = facts.flatMap(startedBy);
  return (
    same(
      facts.map(({ id }) => id),
      events.map(({ id }) => id),
    ) && same(left.filter(isClaim).map(claimOf), started)
  );
}

function startedBy(event: StoredEvent): string[] {
  if (event.type === 'DeploymentRequested') return [field(event, 'deployment')];
  return event.type === 'RollbackStarted' ? [field(event, 'rollback')] : [];
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

const differing = (key: string, { request, events }: Acknowledgement, left: Stored): string =>
  `${request.path} (${key}): told ${listed(events)}, stored ${listed(left)}`;

const listed = (events: readonly { readonly type: string; readonly id: string }[]): string =>
  events.map(({ type, id }) => `${type} ${id}`).join(', ') || 'nothing';

/** Events that a command left of which two clients, or two commands of one, were told. */
export function toldTwice(book: Book): string[] {
  const told = [...book.values()].flatMap(({ events }) => events);
  return [...grouped(told, ({ id }) => id)]
    .filter(([, times]) => times.length > 1)
    .map(([id, [event]]) => `${event?.type ?? ''} ${id}`);
}

/** Events of commands that nobody was told of, though neither the system gave them nor was their claim given back. */
export function unasked(book: Book, stored: Stored): string[] {
  const told = new Set([...book.values()].flatMap(({ events }) => events.map(({ id }) => id)));
  const nobodys = givenBack(stored);
  return [...grouped(stored, ({ commandId }) => commandId).values()]
    .filter((events) => !events.some(({ id, role }) => told.has(id) || role === 'system'))
    .flat()
    .filter((event) => !(isClaim(event) && nobodys.has(claimOf(event))))
    .map(({ type, id, stream }) => `${stream}: ${type} ${id}`);
}
