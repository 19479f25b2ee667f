import { once } from 'node:events';
import { EventStream } from './event-stream.js';

const quiet = { heartbeatMs: 60_000, openMsMax: 60_000 };

/** Everything until it ends. */
async function read(stream: EventStream): Promise<string> {
  let text = '';
  for await (const chunk of stream.body) text += String(chunk);
  return text;
}

const told = (number: number) => ({
  id: `mark-${String(number)}`,
  event: 'told',
  data: { number },
});

describe('a stream of server-sent events', () => {
  it('says each with its mark, its name and its data', async () => {
    const stream = new EventStream(quiet);
    await stream.send(told(1));
    await stream.send({ ...told(2), data: { text: 'two\nlines' } });
    stream.end();
    expect(await read(stream)).toBe(
      ': here\n\n' +
        'id: mark-1\nevent: told\ndata: {"number":1}\n\n' +
        'id: mark-2\nevent: told\ndata: {"text":"two\\nlines"}\n\n',
    );
  });

  it('tells where to read on without saying anything', async () => {
    const stream = new EventStream(quiet);
    await stream.mark('here');
    stream.end();
    expect(await read(stream)).toBe(': here\n\nid: here\n\n');
  });

  it('waits for a reader who is slow', async () => {
    const stream = new EventStream(quiet);
    let sent = 0;
    const sending = (async () => {
      for (; sent < 200; sent += 1)
        await stream.send({ ...told(sent), data: { text: 'x'.repeat(1_000) } });
      stream.end();
    })();
    await new Promise(setImmediate);
    expect(sent).toBeLessThan(200);
    const text = await read(stream);
    await sending;
    expect(text.match(/^id: /gm)).toHaveLength(200);
  });

  it('keeps nobody waiting when the reader has gone', async () => {
    const stream = new EventStream(quiet);
    const sending = (async () => {
      for (let number = 0; number < 200; number += 1)
        await stream.send({ ...told(number), data: { text: 'x'.repeat(1_000) } });
    })();
    const closed = new Promise<void>((resolve) => {
      stream.onClose(resolve);
    });
    stream.body.destroy();
    await sending;
    await closed;
  });

  it('shows that it is alive while nothing comes', async () => {
    const stream = new EventStream({ ...quiet, heartbeatMs: 1 });
    let text = '';
    while (!text.includes(': still here\n\n')) {
      const [chunk] = (await once(stream.body, 'data')) as [Buffer];
      text += String(chunk);
    }
    stream.end();
    expect(text.startsWith(': here\n\n: still here\n\n')).toBe(true);
  });

  it('ends after a while', async () => {
    const stream = new EventStream({ ...quiet, openMsMax: 1 });
    expect(await read(stream)).toBe(': here\n\n');
  });

  it('can be ended twice, and says nothing then', async () => {
    const stream = new EventStream(quiet);
    stream.end();
    stream.end();
    await stream.send(told(1));
    expect(await read(stream)).toBe(': here\n\n');
  });
});
