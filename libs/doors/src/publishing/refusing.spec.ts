import { gateReported } from '@roadbook/contracts';
import { event, gate, problemIn, publishing } from './publishing.fixture.js';

const { doors, send, one, batch } = publishing();

describe('what cannot be published', () => {
  afterEach(async () => {
    expect(await doors().published('roadbook.gates')).toStrictEqual([]);
  });

  it.each([
    ['no JSON', '{"id": ', 'the body is not JSON'],
    ['nothing', '', 'the body is empty: the data is missing'],
    ['a list where one event is expected', [event()], 'an event is an object'],
    ['no id', { ...event(), id: undefined }, 'id is missing'],
    [
      'another version of CloudEvents',
      event(gate, { specversion: '0.3' }),
      'specversion must be 1.0',
    ],
    [
      'data that is no JSON',
      event(gate, { datacontenttype: 'text/plain' }),
      'the data must be application/json, in UTF-8',
    ],
  ])('is %s', async (_, body, detail) => {
    expect(await problemIn(await one('cqo', body))).toStrictEqual({
      ...{ type: 'malformed-request', status: 400, detail },
    });
  });

  it('is an event in a batch that is none, which is told by its number', async () => {
    expect(await problemIn(await batch('cqo', event(), { id: 'x', data: {} }))).toMatchObject({
      status: 400,
      detail: 'event 2 of the batch: specversion is missing',
    });
  });

  it('is data without attributes', async () => {
    expect(await problemIn(await send('cqo', 'application/json', gate))).toMatchObject({
      status: 400,
      detail: 'this is no CloudEvent: it has neither attributes nor the content type of one',
    });
  });

  it.each(['text/plain', 'application/cloudevents+avro', ''])(
    'is of the media type "%s"',
    async (type) => {
      expect(await problemIn(await send('cqo', type, event()))).toStrictEqual({
        type: 'unsupported-media-type',
        status: 415,
        detail:
          'send application/json or application/cloudevents+json or application/cloudevents-batch+json',
      });
    },
  );

  it.each([
    'roadbook.release-planned.v1',
    'roadbook.environment-answered.v1',
    'roadbook.gate-reported.v2',
    'com.example.other',
  ])('is %s: others report gates and deployments', async (type) => {
    expect(await problemIn(await one('cqo', event(gate, { type })))).toMatchObject({
      type: 'invalid-request',
      errors: [
        {
          field: 'event',
          message:
            'the type of what is published must be one of roadbook.gate-reported.v1, roadbook.deployment-claimed.v1, roadbook.deployment-reported.v1, roadbook.checks-reported.v1',
        },
      ],
    });
  });

  it('is about something else than its subject says', async () => {
    const { status } = await one('cqo', event(gate, { subject: 'shop/2.0.0' }));
    expect(status).toBe(400);
  });
});

describe('a secret', () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  const binary = {
    'ce-specversion': '1.0',
    'ce-id': 'ci-1',
    'ce-source': 'https://ci.example/shop',
    'ce-type': gateReported.type,
    'ce-time': '2026-03-02T07:55:02Z',
  };
  const noted = { ...gate, evidence: { note: `see ${secret}` } };
  const escaped = `\\u0067${secret.slice(1)}`;

  it.each([
    ['data', 'data.evidence.note', () => one('cqo', event(noted))],
    ['a batch', '[1].data.evidence.note', () => batch('cqo', event(), event(noted))],
    ['data in binary mode', 'evidence.note', () => send('cqo', 'application/json', noted, binary)],
    ['an attribute', 'id', () => one('cqo', event(gate, { id: secret }))],
    ['an attribute that nobody knows', 'trace', () => one('cqo', event(gate, { trace: secret }))],
    ['a field that nobody knows', 'data.x', () => one('cqo', event({ ...gate, x: secret }))],
    [
      'a header',
      'ce-source',
      () => send('cqo', 'application/json', gate, { ...binary, 'ce-source': `/${secret}` }),
    ],
    [
      'a header, percent-encoded',
      'ce-source',
      () =>
        send('cqo', 'application/json', gate, {
          ...binary,
          'ce-source': `/%67${secret.slice(1)}`,
        }),
    ],
    [
      'escapes',
      'data.evidence.note',
      () => one('cqo', JSON.stringify(event(noted)).replace(secret, escaped)),
    ],
    ['an event that is none', 'data.note', () => one('cqo', { data: { note: secret } })],
    ['a type that nobody publishes', 'type', () => one('cqo', event(gate, { type: secret }))],
  ])('in %s is refused with its place, and nothing of it', async (_, field, publish) => {
    const response = await publish();
    const text = await response.clone().text();
    expect(await problemIn(response)).toMatchObject({
      type: 'secret-in-text',
      status: 422,
      field,
      shape: 'a GitHub token',
    });
    expect(text).not.toContain(secret);
    expect(await doors().published('roadbook.gates')).toStrictEqual([]);
  });
});
