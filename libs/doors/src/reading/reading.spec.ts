import { once } from 'node:events';
import { connect } from 'node:net';
import { Doors } from '../doors.fixture.js';
import { say, Subscriber, until } from './reading.fixture.js';

const releases = 'roadbook.releases';

let doors: Doors;
beforeEach(async () => {
  doors = await Doors.open();
});
afterEach(() => doors.close());

const read = (topic: string, as = 'cio', asked?: { after?: string; query?: string }) =>
  Subscriber.open(doors, topic, as, asked);

describe('who reads a topic', () => {
  it('gets what is kept, then what comes, each as a CloudEvent with its mark and type', async () => {
    const kept = await say(doors, 'release-planned');
    const subscriber = await read(releases);
    expect(await subscriber.has(1)).toStrictEqual([kept]);
    const later = await say(doors, 'release-withdrawn');
    expect(await subscriber.has(2)).toStrictEqual([kept, later]);
    const [{ type, data } = { type: '', data: {} }] = subscriber.events;
    expect([type, data]).toMatchObject([
      'roadbook.release-planned.v1',
      {
        specversion: '1.0',
        type: 'roadbook.release-planned.v1',
        source: 'urn:roadbook:test',
        subject: 'shop/1.4.0',
        datacontenttype: 'application/json',
        data: { project: 'shop', version: '1.4.0' },
      },
    ]);
    expect(subscriber.response.headers.get('content-type')).toBe(
      'text/event-stream; charset=utf-8',
    );
  });

  it('goes on behind the last event that they had, after a restart too', async () => {
    const ids = [await say(doors, 'release-planned'), await say(doors, 'release-withdrawn')];
    const subscriber = await read(releases);
    await subscriber.has(2);
    const after = subscriber.events[0]!.mark;
    subscriber.leave();
    const again = await read(releases, 'auditor', { after });
    expect(await again.has(1)).toStrictEqual(ids.slice(1));
  });

  it('begins with what comes from now on where they want that, and misses nothing by leaving', async () => {
    await say(doors, 'release-planned');
    const subscriber = await read(releases, 'cio', { query: '?from=now' });
    await until(() => subscriber.mark !== undefined);
    subscriber.leave();
    const meanwhile = await say(doors, 'release-withdrawn');
    const again = await read(releases, 'cio', { query: '?from=now', after: subscriber.mark });
    expect(await again.has(1)).toStrictEqual([meanwhile]);
  });

  it('is told when nobody knows their mark', async () => {
    await say(doors, 'release-planned');
    await say(doors, 'drift-found');
    const other = await read('roadbook.environments');
    await other.has(1);
    for (const after of ['1', 'x', other.events[0]!.mark, '%20']) {
      const { response } = await read(releases, 'cio', { after });
      expect([response.status, await response.json()]).toMatchObject([
        400,
        {
          type: 'urn:roadbook:problem:malformed-request',
          detail: 'no event here has this mark: leave Last-Event-ID out to read from the oldest',
        },
      ]);
    }
  });

  it('can ask for nothing but events, and from two beginnings', async () => {
    const asked = await doors.ask(`/v1/messages/${releases}`, 'cio', {
      headers: { accept: 'application/json' },
    });
    expect(asked.status).toBe(406);
    expect((await read(releases, 'cio', { query: '?from=noon' })).response.status).toBe(400);
  });

  it('gets a great many in order, page by page', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 250; count += 1) ids.push(await say(doors, 'release-planned'));
    expect(await (await read(releases)).has(250)).toStrictEqual(ids);
  });

  it('shares one listener with the others, which goes with the last of them', async () => {
    const subscribers = await Promise.all([read(releases), read(releases), read(releases)]);
    const id = await say(doors, 'release-planned');
    for (const subscriber of subscribers) expect(await subscriber.has(1)).toStrictEqual([id]);
    for (const subscriber of subscribers) subscriber.leave();
    const late = await read(releases, 'cio', { query: '?from=now' });
    await until(() => late.mark !== undefined);
    const next = await say(doors, 'release-withdrawn');
    expect(await late.has(1)).toStrictEqual([next]);
  });
});

describe('when the service stops', () => {
  it('streams end, and it waits for nobody, whether they read or not', async () => {
    await say(doors, 'release-planned');
    const subscriber = await read(releases);
    await subscriber.has(1);
    const silent = connect(Number(new URL(doors.url).port), '127.0.0.1');
    silent.write(
      `GET /v1/messages/${releases} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer cio\r\n\r\n`,
    );
    await once(silent, 'readable');
    const other = await Doors.open();
    await doors.close();
    await until(() => subscriber.ended);
    silent.destroy();
    doors = other;
  });
});
