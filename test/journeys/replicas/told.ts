import type { Service } from '../api/service.js';

/** A server-sent event: its mark, and whatever was said. */
export interface Told {
  readonly mark: string;
  readonly data: { readonly id: string };
}

/** The next so many events that a replica tells of somebody who has those up to the mark; the reader leaves then. */
export async function told(
  service: Service,
  path: string,
  count: number,
  after?: string,
): Promise<readonly Told[]> {
  const headers: Record<string, string> = after === undefined ? {} : { 'last-event-id': after };
  const answer = await service.open(path, 'auditor', headers);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const events = text.split('\n\n').slice(0, -1).flatMap(eventIn);
    if (events.length >= count) return events.slice(0, count);
  }
  throw new Error(`${path} ended before ${count} events were told`);
}

function eventIn(frame: string): Told[] {
  const mark = /^id: (.*)$/m.exec(frame)?.[1];
  const data = /^data: (.*)$/m.exec(frame)?.[1];
  return mark === undefined || data === undefined
    ? []
    : [{ mark, data: JSON.parse(data) as Told['data'] }];
}
