import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { decode } from '@roadbook/contracts';
import { problems } from '@roadbook/http';
import type { EventStream } from '@roadbook/http';
import { Messaging, Poison } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { envelopeIn, structured } from '@roadbook/messaging/envelope';
import { SharedListening } from './shared-listening.js';
import { Marks } from './marks.js';
import { maySee } from './may-see.js';
import type { Reader } from './may-see.js';

const pageMessages = 100;

/** Where a reader begins: behind a mark, at what comes from now on, or at the oldest message that is kept. */
export type Beginning = { readonly behind: string } | 'now' | 'oldest';

/** Tells readers what is said in a topic. */
@Injectable()
export class Reading {
  constructor(
    private readonly messaging: Messaging,
    private readonly listening: SharedListening,
    private readonly marks: Marks,
  ) {}

  /**
   * The mark of the broker where the reader begins; `undefined` at the oldest message.
   * @throws Problem 400 for a mark that no event of the topic has
   */
  async beginning(topic: string, from: Beginning): Promise<string | undefined> {
    if (from === 'oldest') return undefined;
    if (from === 'now') return this.messaging.end(topic);
    const mark = this.marks.read(topic, from.behind);
    if (mark === undefined) throw problems.unknownMark();
    await this.messaging.read(topic, { after: mark, limit: 1 });
    return mark;
  }

  /** Sends what the reader may see, and what comes, until they leave. */
  async tell(topic: string, after: string | undefined, reader: Reader, to: EventStream) {
    const waiter = await this.listening.waitOn(topic);
    const { bell } = waiter;
    const left = { is: false };
    to.onClose(() => {
      left.is = true;
      bell.ring();
    });
    try {
      // Whoever begins with what is new, and leaves before anything was, comes back to here.
      if (after !== undefined) await to.mark(this.marks.told(topic, after));
      while (!left.is) {
        const more = bell.next();
        const page = await this.messaging.read(topic, { after, limit: pageMessages });
        for (const message of page.messages) await this.send(message, reader, to);
        after = page.mark ?? after;
        // Everybody else has a turn, also when there is much that this reader may not see.
        await (page.atEnd ? more : turnOfTheLoop());
      }
    } finally {
      waiter.leave();
    }
  }

  private async send(message: Delivered, reader: Reader, to: EventStream): Promise<void> {
    const { topic, mark } = message;
    const said = whatIsSaid(message);
    if (!said || !maySee(reader, said.received)) return;
    const { type } = said.received;
    await to.send({
      id: this.marks.told(topic, mark),
      event: type,
      data: structured(said.envelope),
    });
  }
}

/** `undefined` for what does not keep the contract of its topic: nobody knows who may see it. */
function whatIsSaid(message: Delivered) {
  try {
    const envelope = envelopeIn(message);
    return { envelope, received: decode(message.topic, envelope) };
  } catch (error) {
    if (error instanceof Poison) return undefined;
    throw error;
  }
}
