import { gateRole } from '@roadbook/decider';
import { gateReported } from '@roadbook/contracts';
import type { GateReported } from '@roadbook/contracts';
import type { Message } from '@roadbook/messaging';
import type { OnBus } from '../../apps/release/src/inbox/inbox.fixture.js';
import { project } from '../../apps/release/src/commands/service.fixture.js';
import { poisonKinds } from './poison.js';

export const candidate = 'c0ffee1';
const releases = 50;
const ticketsEach = 50;
const gates = ['quality', 'design', 'security'] as const;

/** Of 10,000: 20 % are said twice, 5 % come late, 1 % is poison. */
export const sizes = { fresh: 7_400, late: 500, poison: 100, duplicates: 2_000 } as const;

export const versions = Array.from({ length: releases }, (_, index) => `1.${String(index)}.0`);
export const ticketIds = Array.from({ length: ticketsEach }, (_, index) => `T-${String(index)}`);

/** What one message of the flood has to lead to. */
export interface Told {
  readonly id: string;
  readonly data: GateReported;
}

interface Poisoned {
  readonly message: Message;
  readonly reason: string;
}

/** A release's messages in the order in which they are published, and what follows from each that has an effect. */
interface Stream {
  readonly messages: Message[];
  readonly told: Told[];
}

export interface Flood {
  /** In the order of publication. */
  readonly messages: readonly Message[];
  /** What each release's stream has to hold afterwards, one by one. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
  readonly poisoned: readonly Poisoned[];
}

/** The same seed makes the same flood. */
export class Flooding {
  private readonly streams = new Map<string, Stream>(
    versions.map((version) => [version, { messages: [], told: [] }]),
  );
  private readonly poisoned: Poisoned[] = [];

  constructor(
    private readonly bus: OnBus,
    private readonly random: (below: number) => number,
  ) {}

  flood(): Flood {
    const reports = this.reports();
    for (const [index, data] of reports.entries()) this.tell(`run-${String(index)}`, data);
    for (const [index, data] of this.some(reports, sizes.late).entries())
      this.tell(`late-${String(index)}`, this.olderThan(data));
    for (let index = 0; index < sizes.poison; index += 1) this.poison(index);
    for (let index = 0; index < sizes.duplicates; index += 1) this.repeat();
    const told = new Map([...this.streams].map(([version, stream]) => [version, stream.told]));
    return { messages: this.interleaved(), told, poisoned: this.poisoned };
  }

  /** As many verdicts, each on another ticket or at another gate. */
  private reports(): GateReported[] {
    const all = versions.flatMap((version) =>
      ticketIds.flatMap((ticket) =>
        gates.map((gate, index): GateReported => {
          const verdict = this.random(10) === 0 ? 'failed' : 'passed';
          const evidence = { note: `${gate} of ${ticket} in ${version}` };
          const occurredAt = `2026-01-01T09:30:0${String(index)}.000Z`;
          return {
            project,
            version,
            gate,
            candidate,
            tickets: [ticket],
            verdict,
            evidence,
            occurredAt,
          };
        }),
      ),
    );
    return this.some(all, sizes.fresh);
  }

  /** The opposite, said of an hour before. */
  private olderThan(data: GateReported): GateReported {
    const verdict = data.verdict === 'passed' ? 'failed' : 'passed';
    return { ...data, verdict, occurredAt: '2026-01-01T08:30:00.000Z' };
  }

  private tell(id: string, data: GateReported): void {
    const { message } = this.bus.messageOf(gateReported, data, { as: gateRole[data.gate], id });
    const { messages, told } = this.of(data.version);
    messages.push(message);
    told.push({ id, data });
  }

  private poison(index: number): void {
    const version = versions[this.random(versions.length)] ?? '';
    const kind = poisonKinds[index % poisonKinds.length];
    if (!kind) throw new Error('there is no kind of poison');
    const tickets = [ticketIds[0] ?? ''];
    const evidence = { note: `poison ${String(index)}` };
    const good = {
      project,
      version,
      gate: 'quality',
      candidate,
      tickets,
      verdict: 'passed',
      evidence,
    } as const;
    const message = kind.spoil(this.bus, good);
    const { messages } = this.of(version);
    messages.splice(this.random(messages.length + 1), 0, message);
    this.poisoned.push({ message, reason: kind.reason });
  }

  /** Somewhere behind the first of its kind: what has its effect first is the first. */
  private repeat(): void {
    const { messages } = this.of(versions[this.random(versions.length)] ?? '');
    const at = this.random(messages.length);
    const message = messages[at];
    if (message && this.poisoned.every((one) => one.message !== message))
      messages.splice(at + 1 + this.random(messages.length - at), 0, message);
    else this.repeat();
  }

  /** Each release's in its order; of whose release the next one is, chance decides. */
  private interleaved(): Message[] {
    const waiting = [...this.streams.values()].map(({ messages }) => messages.values());
    const published: Message[] = [];
    while (waiting.length > 0) {
      const chosen = this.random(waiting.length);
      const next = waiting[chosen]?.next();
      if (next?.done === false) published.push(next.value);
      else waiting.splice(chosen, 1);
    }
    return published;
  }

  private some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    return Array.from({ length: count }, () => left.splice(this.random(left.length), 1)).flat();
  }

  private of(version: string): Stream {
    const stream = this.streams.get(version);
    if (!stream) throw new Error(`there is no release ${version}`);
    return stream;
  }
}
