import type { EventStore, Head, Position } from '@roadbook/event-store';
import { derivedId } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { byItself } from '../by-itself.js';

/** How far the work under a lease has come, by the names of what is done. */
export type Progress = Readonly<Record<string, Position>>;

export type LeaseEventType = 'LeaseTaken' | 'LeaseKept' | 'LeaseGivenBack';

/** A lease as its last event says it. */
export interface LeaseRecord {
  readonly head: Head;
  readonly holder: string;
  /** True when nobody has it. */
  readonly isFree: boolean;
  readonly progress: Progress;
}

/** The stream of a lease. Every event says all that is known of it, so that only the last one is read. */
export class LeaseStream {
  readonly name: string;

  constructor(
    private readonly store: EventStore,
    service: string,
    private readonly clock: Clock,
  ) {
    this.name = `lease-${service}`;
  }

  /** `undefined` where nobody ever had it. */
  async last(): Promise<LeaseRecord | undefined> {
    const [event] = await this.store.readStream(this.name, { direction: 'backwards', limit: 1 });
    if (!event) return undefined;
    const { revision, hash, type } = event;
    const { holder, progress } = event.data as unknown as Pick<LeaseRecord, 'holder' | 'progress'>;
    const isFree = type === ('LeaseGivenBack' satisfies LeaseEventType);
    return { head: { revision, hash }, holder, progress, isFree };
  }

  /**
   * Writes behind the event that the writer knows as the last. The id is derived from writer and place: writing again what may have been
   * written is safe.
   * @throws WrongExpectedHead when somebody else wrote there
   */
  async write(
    type: LeaseEventType,
    expected: Head | undefined,
    { holder, progress }: Pick<LeaseRecord, 'holder' | 'progress'>,
  ): Promise<Head> {
    const revision = (expected?.revision ?? -1) + 1;
    const id = derivedId(holder, `${this.name}/${String(revision)}`);
    const event = { id, type, schemaVersion: 1, data: { holder, progress } };
    const provenance = byItself(id, this.clock);
    return (await this.store.append(this.name, expected, [event], provenance)).head;
  }
}
