import { Injectable } from '@nestjs/common';
import { Messaging } from '@roadbook/messaging';
import type { Consumption } from '@roadbook/messaging';
import { Bell } from '@roadbook/process';

/** Somebody who waits for messages of a topic. */
export interface Waiter {
  /** Rings when there may be more. */
  readonly bell: Bell;
  leave(): void;
}

interface Listening {
  readonly bells: Set<Bell>;
  readonly started: Promise<Consumption>;
}

/** Wakes everybody who waits for messages of a topic, and listens once for all of them. */
@Injectable()
export class SharedListening {
  private readonly listening = new Map<string, Listening>();

  constructor(private readonly messaging: Messaging) {}

  /** Resolves when nothing that is published from now on is missed. */
  async waitOn(topic: string): Promise<Waiter> {
    const here = this.listening.get(topic) ?? this.listen(topic);
    const bell = new Bell();
    here.bells.add(bell);
    const leave = () => {
      here.bells.delete(bell);
      if (here.bells.size === 0) this.stop(topic, here);
    };
    try {
      await here.started;
    } catch (error) {
      leave();
      throw error;
    }
    return { bell, leave };
  }

  private listen(topic: string): Listening {
    const bells = new Set<Bell>();
    const ringAll = () => {
      for (const bell of bells) bell.ring();
      return Promise.resolve();
    };
    const here = { bells, started: this.messaging.listen(topic, ringAll) };
    this.listening.set(topic, here);
    return here;
  }

  private stop(topic: string, here: Listening): void {
    if (this.listening.get(topic) === here) this.listening.delete(topic);
    here.started.then((consumption) => consumption.stop()).catch(() => undefined);
  }
}
