/** What one line of the log says. */
export interface Entry {
  readonly context?: string;
  readonly message: string;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  readonly [field: string]: unknown;
}

/**
 * Reads the loose arguments of Nest's loggers: a message (text, an error or an object of fields with a
 * `message`), then any of an error, a stack, fields, and as the last text the context.
 */
export function entryOf(message: unknown, rest: readonly unknown[]): Entry {
  const last = rest.at(-1);
  const context = isText(last) ? last : undefined;
  const parts = [message, ...(context === undefined ? rest : rest.slice(0, -1))];
  const error = errorAmong(parts);
  return {
    ...Object.fromEntries(parts.filter(isFields).flatMap((fields) => Object.entries(fields))),
    ...(context === undefined ? {} : { context }),
    message: messageOf(parts) ?? error?.message ?? '',
    ...(error === undefined ? {} : { error }),
  };
}

function messageOf(parts: readonly unknown[]): string | undefined {
  const [first] = parts;
  if (isFields(first) && typeof first.message === 'string') return first.message;
  const texts = parts.filter(isText);
  return texts.length === 0 ? undefined : texts.join(' ');
}

function errorAmong(parts: readonly unknown[]): Entry['error'] {
  const error = parts.find((part) => part instanceof Error);
  const stack = parts.find(isStack);
  if (error) return { name: error.name, message: error.message, stack: error.stack };
  return stack === undefined ? undefined : { name: 'Error', message: '', stack };
}

const isText = (part: unknown): part is string => typeof part === 'string' && !isStack(part);

const isStack = (part: unknown): part is string =>
  typeof part === 'string' && /\n {4}at /.test(part);

const isFields = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !(part instanceof Error) && !Array.isArray(part);
