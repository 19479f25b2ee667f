import type { Provider } from '@nestjs/common';
import { topicNamed, topics } from '@roadbook/contracts';
import { Messaging } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { Clock } from '@roadbook/process';

/** Messages of which the answers can be kept back, as if the environment service were down: whoever asks hears nothing. */
export class Silence {
  silent = false;
  keptBack = 0;

  /** @param path of the file of the messages */
  part(path: string): Provider {
    return {
      provide: Messaging,
      inject: [Clock],
      useFactory: (clock: Clock) => {
        const messaging = SqliteMessaging.open(path, { topics, clock });
        const publish = messaging.publish.bind(messaging);
        messaging.publish = (topic, messages) => {
          if (!this.silent || topic !== topicNamed.answers.name) return publish(topic, messages);
          this.keptBack += 1;
          return Promise.resolve();
        };
        return messaging;
      },
    };
  }
}
