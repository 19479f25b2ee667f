import { randomUUID } from 'node:crypto';
import type { EventStore, Head, Position } from '@roadbook/event-store';
import type { Happening } from './accounts.fixture.js';

/** Records happenings as events, each in the stream of its account. */
export class Book {
  private readonly heads = new Map<string, Head>();

  constructor(private readonly events: EventStore) {}

  /** The position of the last of them. */
  async record(...happenings: readonly Happening[]): Promise<Position> {
    let position: Position = NaN;
    for (const happening of happenings) position = await this.append(happening);
    return position;
  }

  private async append(happening: Happening): Promise<Position> {
    const stream = `account-${happening.account}`;
    const { head, position } = await this.events.append(
      stream,
      this.heads.get(stream),
      [{ id: randomUUID(), type: happening.type, schemaVersion: 1, data: { ...happening } }],
      {
        recordedAt: '2026-03-01T08:00:00.000Z',
        actor: 'somebody',
        role: 'client',
        commandId: randomUUID(),
        correlationId: randomUUID(),
      },
    );
    this.heads.set(stream, head);
    return position;
  }
}
