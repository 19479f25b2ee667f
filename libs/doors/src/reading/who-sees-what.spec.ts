import { everybody } from '@roadbook/api';
import { topics } from '@roadbook/contracts';
import { Doors } from '../doors.fixture.js';
import { say, Subscriber } from './reading.fixture.js';

let doors: Doors;
beforeEach(async () => {
  doors = await Doors.open();
});
afterEach(() => doors.close());

/** What this reader gets of a topic in which the last message, which everybody sees, is the one named. */
async function seen(topic: string, as: string, last: string): Promise<string[]> {
  const subscriber = await Subscriber.open(doors, topic, as);
  while (!subscriber.ids.includes(last)) await subscriber.has(subscriber.events.length + 1);
  subscriber.leave();
  return subscriber.ids;
}

const statusFor = async (topic: string, as: string): Promise<number> => {
  const subscriber = await Subscriber.open(doors, topic, as);
  subscriber.leave();
  return subscriber.response.status;
};

describe('a topic is read', () => {
  const deliverable = 'roadbook.knowledge.deliverable';
  const out = topics.filter(({ direction }) => direction === 'out').map(({ name }) => name);
  const others = topics.filter(({ direction }) => direction !== 'out').map(({ name }) => name);

  it.each(out)(
    '%s by everybody inside, and by clients only where it is for them',
    async (topic) => {
      for (const role of everybody) {
        const may = role !== 'client' || topic === deliverable;
        expect([role, await statusFor(topic, role)]).toStrictEqual([role, may ? 200 : 403]);
      }
    },
  );

  it.each([...others, 'roadbook.gates.dead-letters', 'roadbook.nothing'])(
    '%s by nobody',
    async (topic) => {
      const { response } = await Subscriber.open(doors, topic, 'auditor');
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { detail: `there is no such topic to read; read ${out.join(', ')}` },
      ]);
    },
  );

  it('by a client who has another role too, unless they act as a client', async () => {
    expect(await statusFor('roadbook.releases', 'client.cpo')).toBe(200);
    const headers = { 'roadbook-role': 'client' };
    const asClient = await doors.ask('/v1/messages/roadbook.releases', 'client.cpo', { headers });
    expect(asClient.status).toBe(403);
  });

  it('by nobody without a token', async () => {
    expect(await statusFor(deliverable, 'nobody')).toBe(401);
  });
});

describe('a reader sees', () => {
  it('what is said of the projects of their token', async () => {
    const shop = await say(doors, 'release-planned');
    const other = await say(doors, 'release-planned', { project: 'other' });
    const last = await say(doors, 'release-withdrawn');
    const topic = 'roadbook.releases';
    expect(await seen(topic, 'cio', last)).toStrictEqual([shop, other, last]);
    expect(await seen(topic, 'cio/shop', last)).toStrictEqual([shop, last]);
    const both = await say(doors, 'release-withdrawn', { project: 'other' });
    expect(await seen(topic, 'cio/other', both)).toStrictEqual([other, both]);
  });

  it('notifications for their own roles, the auditor all of them', async () => {
    const to = async (role: string) => say(doors, 'role-notified', { to: role });
    const [cco, cto, last] = [await to('cco'), await to('cto'), await to('cpo')];
    const topic = 'roadbook.notifications';
    expect(await seen(topic, 'cpo', last)).toStrictEqual([last]);
    expect(await seen(topic, 'cco.cpo', last)).toStrictEqual([cco, last]);
    expect(await seen(topic, 'auditor', last)).toStrictEqual([cco, cto, last]);
    expect(await seen(topic, 'cto/shop', cto)).toStrictEqual([cto]);
  });

  it('entries that are internal on no topic that clients read', async () => {
    const visible = (visibility: string) => say(doors, 'entry-recorded', { visibility });
    const [internal, both] = [await visible('internal'), await visible('both')];
    const last = await visible('deliverable');
    expect(await seen('roadbook.knowledge.deliverable', 'client', last)).toStrictEqual([
      both,
      last,
    ]);
    const inside = await seen('roadbook.knowledge.internal', 'cto', both);
    expect(inside).toStrictEqual([internal, both]);
  });

  it('nothing that was put on a topic where it does not belong', async () => {
    const topic = 'roadbook.knowledge.deliverable';
    const internal = await say(doors, 'entry-recorded', { visibility: 'internal' });
    const [misplaced] = await doors.published('roadbook.knowledge.internal');
    const { key, headers, body } = misplaced!;
    await doors.messaging.publish(topic, [
      { key, headers, body },
      { key, headers: {}, body },
    ]);
    const last = await say(doors, 'entry-recorded', { visibility: 'deliverable' });
    const ids = await seen(topic, 'client', last);
    expect(ids).not.toContain(internal);
    expect(ids).toStrictEqual([last]);
  });

  it('no mark that tells how much is said that they may not see', async () => {
    const topic = 'roadbook.knowledge.deliverable';
    await say(doors, 'entry-recorded', { visibility: 'deliverable' });
    await say(doors, 'entry-recorded', { visibility: 'internal' });
    await say(doors, 'entry-recorded', { visibility: 'deliverable' });
    const marks = (await doors.published(topic)).map(({ mark }) => mark);
    const subscriber = await Subscriber.open(doors, topic, 'client');
    await subscriber.has(2);
    expect(marks).toStrictEqual(['1', '3']);
    expect(new Set(subscriber.events.map(({ mark }) => mark.length)).size).toBe(1);
    subscriber.leave();
  });
});
