import { problems } from '@roadbook/http';

/**
 * The types of events that a question names, of those that there are, with commas between them.
 * @throws Problem 400 for a type that no event has
 */
export function typesIn(
  eventTypes: ReadonlySet<string>,
  type: string | undefined,
): readonly string[] | undefined {
  const types = type?.split(',').map((one) => one.trim());
  const unknown = types?.filter((one) => !eventTypes.has(one)) ?? [];
  if (unknown.length > 0)
    throw problems.invalid([
      { field: 'type', message: `there is no type of event called ${unknown.join(', ')}` },
    ]);
  return types;
}
