import { ManualClock } from '@roadbook/process';
import { aMessage, readToEnd, Taker, textsOf, until } from '../contract/fixtures.js';
import { SqliteMessaging } from './sqlite-messaging.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

const topics = [{ name: 'orders', summary: 'What is ordered', retentionDays: 2 }];

describe('retention', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let clock: ManualClock;
  let messaging: SqliteMessaging;
  const open = () => SqliteMessaging.open(folder.file('messages.db'), { topics, clock });
  beforeEach(() => {
    folder = temporaryFolder();
    clock = new ManualClock();
    messaging = open();
  });
  afterEach(async () => {
    await messaging.close();
    folder.remove();
  });

  const publish = (...texts: string[]) =>
    messaging.publish(
      'orders',
      texts.map((text) => aMessage(`key-${text}`, text)),
    );
  const kept = async () => textsOf(await readToEnd(messaging, 'orders'));
  /** What is old is looked for when messaging is opened, and every hour. */
  const reopen = async () => {
    await messaging.close();
    messaging = open();
  };
  const untilKept = (...texts: string[]) =>
    until(async () => (await kept()).join() === texts.join());

  it('deletes what is older than the topic keeps it, and nothing else', async () => {
    await publish('old-1', 'old-2', 'old-3');
    clock.advance({ hours: 1 });
    await publish('young');
    clock.advance({ hours: 47, ms: 1 });
    await reopen();
    await untilKept('young');
  });

  it('deletes however many there are', async () => {
    for (let round = 0; round < 6; round++)
      await publish(...Array.from({ length: 1000 }, (_, number) => String(number)));
    clock.advance({ hours: 49 });
    await publish('young');
    await reopen();
    await untilKept('young');
  });

  it('keeps what a known consumer has not taken, however old it is', async () => {
    const warehouse = new Taker(messaging, 'warehouse');
    const accounting = new Taker(messaging, 'accounting');
    await publish('1', '2', '3');
    await Promise.all([warehouse.has(3), accounting.has(3)]);
    await accounting.stop();
    await publish('4', '5');
    await warehouse.has(5);
    clock.advance({ hours: 49 });
    await reopen();
    await untilKept('4', '5');
    const again = new Taker(messaging, 'accounting');
    await again.has(2);
    await again.stop();
    expect([...again.texts].sort()).toStrictEqual(['4', '5']);
    await reopen();
    await untilKept();
  });

  it('keeps what a consumer waits for that could never take anything', async () => {
    const stuck = new Taker(messaging, 'stuck', 'orders', () => Promise.reject(new Error('no')));
    await publish('1', '2');
    await stuck.has(1);
    clock.advance({ hours: 49 });
    await reopen();
    await publish('young');
    expect(await kept()).toStrictEqual(['1', '2', 'young']);
  });

  it('gives no place a second time', async () => {
    await publish('1', '2');
    const { mark } = await messaging.read('orders');
    clock.advance({ hours: 49 });
    await reopen();
    await untilKept();
    await publish('3');
    const page = await messaging.read('orders', { after: mark });
    expect(textsOf(page.messages)).toStrictEqual(['3']);
  });
});
