import { delays, messagingContract, topics } from '../contract/index.js';
import { SqliteMessaging } from './sqlite-messaging.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

messagingContract('SqliteMessaging', () => {
  const folder = temporaryFolder();
  const open = () => SqliteMessaging.open(folder.file('messages.db'), { topics, delays });
  let messaging = open();
  return Promise.resolve({
    messaging,
    reopen: async () => {
      await messaging.close();
      return (messaging = open());
    },
    dispose: async () => {
      await messaging.close();
      folder.remove();
    },
  });
});
