/** The limit of taking messages, in a process of its own: a handler that does nothing. Tells how many it has taken, when it is asked. */
import { topicNamed, topics } from '@roadbook/contracts';
import { SqliteMessaging } from '@roadbook/messaging/embedded';

const [, , file = ''] = process.argv;
const messaging = SqliteMessaging.open(file, { topics });
let taken = 0;
messaging.consume('nothing', [topicNamed.gates.name], () => {
  taken += 1;
  return Promise.resolve();
});

const told = () => {
  const { user, system } = process.cpuUsage();
  return { taken, cpuMs: (user + system) / 1000 };
};
process.on('message', () => process.send?.(told()));
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.send?.(told());
