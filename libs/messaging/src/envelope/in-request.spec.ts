import { bare, envelope, reasonOf } from './envelope.fixture.js';
import { envelopesIn } from './in-request.js';
import { structured } from './structured.js';

const batch = 'application/cloudevents-batch+json';
const asJson = (contentType: string, body: unknown) => ({
  headers: { 'content-type': contentType },
  body: Buffer.from(JSON.stringify(body)),
});
const binary = (headers: Record<string, string | readonly string[]> = {}) => ({
  headers: {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': bare.id,
    'ce-source': bare.source,
    'ce-type': bare.type,
    'ce-time': bare.time,
    host: 'localhost',
    ...headers,
  },
  body: Buffer.from('{}'),
});

describe('a request that carries events', () => {
  it('has one in binary mode, with its attributes in headers', () => {
    expect(envelopesIn(binary())).toStrictEqual([{ key: bare.id, envelope: bare }]);
    expect(envelopesIn(binary({ 'ce-subject': 'shop', 'ce-streamrevision': '3' }))).toStrictEqual([
      { key: 'shop', envelope: { ...bare, subject: 'shop', streamrevision: 3 } },
    ]);
  });

  it('has one in structured mode', () => {
    const request = asJson('application/cloudevents+json', structured(envelope));
    expect(envelopesIn(request)).toStrictEqual([{ key: 'shop/1.4.0', envelope }]);
  });

  it('has several in a batch, or none', () => {
    const events = [structured(envelope), { ...structured(bare), partitionkey: 'shop' }];
    expect(envelopesIn(asJson(`${batch}; charset=utf-8`, events))).toStrictEqual([
      { key: 'shop/1.4.0', envelope },
      { key: 'shop', envelope: bare },
    ]);
    expect(envelopesIn(asJson(batch, []))).toStrictEqual([]);
  });

  it.each([
    ['Gr%C3%BC%C3%9Fe%20%22x%22%20100%25', 'Grüße "x" 100%'],
    ['"say \\"x\\""', 'say "x"'],
    ['a,b', 'a,b'],
  ])('has its attributes percent-encoded: %s', (encoded, subject) => {
    const [read] = envelopesIn(binary({ 'ce-subject': encoded }));
    expect(read?.envelope.subject).toBe(subject);
  });

  it.each([
    ['an attribute in two headers', binary({ 'ce-id': ['a', 'b'] }), 'an attribute is given twice'],
    [
      'an attribute in two headers that were joined',
      binary({ 'ce-id': 'a, b' }),
      'an attribute is given twice',
    ],
    [
      'an attribute that is encoded wrongly',
      binary({ 'ce-subject': '%FF' }),
      'an attribute is not percent-encoded as UTF-8',
    ],
    ['a key that is empty', binary({ 'ce-partitionkey': '' }), 'partitionkey is empty'],
    [
      'plain JSON',
      asJson('application/json', structured(bare)),
      'this is no CloudEvent: it has neither attributes nor the content type of one',
    ],
    [
      'a batch in another format',
      asJson('application/cloudevents-batch+avro', []),
      'events must be application/cloudevents+json or application/cloudevents-batch+json',
    ],
    ['a batch that is no list', asJson(batch, structured(bare)), 'a batch is a list of events'],
    [
      'a batch with one that is none',
      asJson(batch, [structured(envelope), { ...structured(bare), type: '' }]),
      'event 2 of the batch: type is empty',
    ],
    [
      'a batch in which one has an attribute twice',
      {
        headers: { 'content-type': batch },
        body: Buffer.from(`[${JSON.stringify(structured(bare))}, {"id":"a","id":"b"}]`),
      },
      'an attribute is given twice',
    ],
  ])('is refused for %s', async (_, request, reason) => {
    expect(await reasonOf(() => envelopesIn(request))).toBe(reason);
  });
});
