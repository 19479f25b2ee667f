import { topicNamed, topics } from '@roadbook/contracts';
import type { Message } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';

const publishedAtOnce = 100;

/** From another process than the one that takes them, as other teams do. */
export async function publish(file: string, all: readonly Message[]): Promise<void> {
  const messaging = SqliteMessaging.open(file, { topics });
  try {
    for (let from = 0; from < all.length; from += publishedAtOnce)
      await messaging.publish(topicNamed.gates.name, all.slice(from, from + publishedAtOnce));
  } finally {
    await messaging.close();
  }
}
