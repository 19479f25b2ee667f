import type { Recorded, Role } from '@roadbook/decider';
import type { ReleaseEvent } from '../../apps/release/src/domain/release/events.js';

const day = '2026-11-23';

/** `HH:MM` on the day of the stories, or a date and time. */
export const time = (told: string): string =>
  told.length === 5 ? `${day}T${told}:00.000Z` : new Date(`${told}Z`).toISOString();

/** As ids are, and with the place of the event in it, so that people see which one is meant. */
const eventId = (revision: number): string =>
  `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`;

/** What happened to one release, as the events of its stream: times are told, ids and actors follow from the order and the roles. */
export class Told {
  readonly events: Recorded<ReleaseEvent>[] = [];
  private recordedAt = time('09:00');

  /** From now on it is that time. */
  at(told: string): this {
    this.recordedAt = time(told);
    return this;
  }

  /** One append. */
  by(role: Role, events: readonly ReleaseEvent[]): this {
    const commandId = `command-${String(this.events.length)}`;
    for (const event of events) {
      const revision = this.events.length;
      this.events.push({
        ...event,
        id: eventId(revision),
        revision,
        recordedAt: this.recordedAt,
        actor: role === 'system' ? 'system' : `${role}-7d1f`,
        role,
        commandId,
      });
    }
    return this;
  }

  /** Goes on with a chapter. */
  tell(chapter: (told: Told) => Told): Told {
    return chapter(this);
  }
}
