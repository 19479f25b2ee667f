import type { Delays } from '@roadbook/process';
import type { Consumption, Handle } from '../messaging.js';
import type { MessageFile } from './message-file.js';
import type { Entry } from './message-log.js';
import { Tail } from './tail.js';
import type { TopicInFile } from './topics.js';

const messagesAtOnce = 100;

export interface ListeningOptions {
  readonly delays: Delays;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** A listener at work. */
export class Listening implements Consumption {
  private readonly tail: Tail;

  constructor(
    file: MessageFile,
    private readonly topic: TopicInFile,
    handle: Handle,
    { delays, onFailure }: ListeningOptions,
  ) {
    const take = async ({ message }: Entry): Promise<void> => {
      try {
        await handle(message);
      } catch (error) {
        onFailure(`a listener could not take a message of ${topic.name}`, error);
      }
    };
    this.tail = new Tail(
      {
        bell: file.bells.of(topic),
        delays,
        take,
        behind: (position) => file.read(() => file.log.inTopic(topic, position, messagesAtOnce)),
        onFailure: (error) => {
          onFailure(`${topic.name} could not be read; it is tried again`, error);
        },
      },
      file.read(() => file.log.last()),
    );
  }

  trouble(): string | undefined {
    return this.tail.isRetrying ? `${this.topic.name} could not be read` : undefined;
  }

  stop(): Promise<void> {
    return this.tail.stop();
  }
}
