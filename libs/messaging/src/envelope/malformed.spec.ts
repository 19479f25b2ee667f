import type { Message } from '../messaging.js';
import { bare, key, reasonOf } from './envelope.fixture.js';
import { envelopeIn, messageOf } from './in-message.js';
import { structured } from './structured.js';

const good = messageOf({ key, envelope: bare });
type Headers = Readonly<Record<string, string | undefined>>;

/** The good message with other headers, where `undefined` takes one away. */
const headers = (changes: Headers) => ({
  body: good.body,
  headers: Object.fromEntries(
    Object.entries({ ...good.headers, ...changes }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>,
});
const body = (bytes: string | Uint8Array) => ({ ...good, body: Buffer.from(bytes) });
const text = (json: string) => ({
  headers: { 'content-type': 'application/cloudevents+json' },
  body: Buffer.from(json),
});
const event = (changes: object) => text(JSON.stringify({ ...structured(bare), ...changes }));
const started = JSON.stringify(structured(bare)).slice(0, -1);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const malformed: [what: string, carrier: Pick<Message, 'headers' | 'body'>, reason: string][] = [
  [
    'no attribute at all',
    { headers: { 'content-type': 'application/json' }, body: good.body },
    'this is no CloudEvent: it has neither attributes nor the content type of one',
  ],
  [
    'no header at all',
    { headers: {}, body: good.body },
    'this is no CloudEvent: it has neither attributes nor the content type of one',
  ],
  ['no specversion', headers({ ce_specversion: undefined }), 'specversion is missing'],
  ['another specversion', headers({ ce_specversion: '0.3' }), 'specversion must be 1.0'],
  ['no id', headers({ ce_id: undefined }), 'id is missing'],
  ['an empty id', headers({ ce_id: '' }), 'id is empty'],
  [
    'an id that is too long',
    headers({ ce_id: 'x'.repeat(501) }),
    'id is longer than 500 characters',
  ],
  [
    'an id with a line break',
    headers({ ce_id: 'a\nb' }),
    'id holds a character that no attribute may hold',
  ],
  [
    'a subject with half of a character',
    headers({ ce_subject: 'a\ud800' }),
    'subject holds a character that no attribute may hold',
  ],
  ['no source', headers({ ce_source: undefined }), 'source is missing'],
  ['a source that is none', headers({ ce_source: 'our CI' }), 'source must be a URI reference'],
  ['no type', headers({ ce_type: undefined }), 'type is missing'],
  ['an empty subject', headers({ ce_subject: '' }), 'subject is empty'],
  ['no time', headers({ ce_time: undefined }), 'time is missing'],
  [
    'a time that is none',
    headers({ ce_time: 'yesterday' }),
    'time must be a time with an offset (RFC 3339), of the years 1000 to 2999, such as 2026-03-01T14:00:00Z',
  ],
  [
    'a time on a day that never was',
    headers({ ce_time: '2026-02-30T10:00:00Z' }),
    'time must be a time with an offset (RFC 3339), of the years 1000 to 2999, such as 2026-03-01T14:00:00Z',
  ],
  [
    'a schema that is nowhere',
    headers({ ce_dataschema: 'gate.json' }),
    'dataschema must be an absolute URI',
  ],
  [
    'a revision that is no number',
    headers({ ce_streamrevision: '1e3' }),
    'streamrevision must be a whole number that is not negative',
  ],
  [
    'a name with a capital',
    headers({ ce_traceParent: 'x' }),
    'an attribute has a name that is not of letters in lower case and digits',
  ],
  [
    'a name with a dash',
    headers({ 'ce_trace-parent': 'x' }),
    'an attribute has a name that is not of letters in lower case and digits',
  ],
  [
    'a name that is empty',
    headers({ ce_: 'x' }),
    'an attribute has a name that is not of letters in lower case and digits',
  ],
  [
    'its content type twice',
    headers({ ce_datacontenttype: 'application/json' }),
    'an attribute is given twice: the content type of the data is content-type',
  ],
  ['no content type', headers({ 'content-type': undefined }), 'datacontenttype is missing'],
  [
    'another content type',
    headers({ 'content-type': 'application/xml' }),
    'the data must be application/json, in UTF-8',
  ],
  [
    'another encoding',
    headers({ 'content-type': 'application/json; charset=utf-16' }),
    'the data must be application/json, in UTF-8',
  ],
  [
    'structured mode in another format',
    headers({ 'content-type': 'application/cloudevents+avro' }),
    'a message in structured mode must be application/cloudevents+json',
  ],
  [
    'a batch',
    headers({ 'content-type': 'application/cloudevents-batch+json' }),
    'a message in structured mode must be application/cloudevents+json',
  ],
  ['no data', body(''), 'the body is empty: the data is missing'],
  ['data that is no JSON', body('{"a":'), 'the body is not JSON'],
  ['data that is no UTF-8', body(Uint8Array.of(0x22, 0xff, 0x22)), 'the body is not UTF-8'],
  [
    'a byte order mark',
    body('\ufeff{}'),
    'the body begins with a byte order mark, which JSON does not have',
  ],
  ['data that is nested too deeply', body(nested(33)), 'the body is nested too deeply'],
  [
    'data that would change its object',
    body('{"__proto__":{"admin":true}}'),
    'the body has a field that is not allowed in any object',
  ],
  ['NUL in its data', body('"\\u0000"'), 'a text holds NUL or half of a character'],
  ['a list, in structured mode', text('[]'), 'an event is an object'],
  ['null, in structured mode', text('null'), 'an event is an object'],
  ['nothing, in structured mode', text(''), 'the body is empty: the data is missing'],
  ['no JSON, in structured mode', text(started), 'the body is not JSON'],
  ['no data, in structured mode', event({ data: undefined }), 'the data is missing'],
  [
    'data in base64',
    event({ data_base64: 'e30=' }),
    'the data must stand in data, as JSON, and not in data_base64',
  ],
  ['its id twice', text(`${started},"id":"other"}`), 'an attribute is given twice'],
  [
    'its id twice, once in disguise',
    text(`${started},"\\u0069d":"x"}`),
    'an attribute is given twice',
  ],
  ['its data twice', text(`${started},"data":1}`), 'an attribute is given twice'],
  ['an id that is a number', event({ id: 1 }), 'id must be a text'],
  ['a subject that is an object', event({ subject: {} }), 'subject must be a text'],
  ['no id, but null', event({ id: null }), 'id is missing'],
  [
    'a revision with a fraction',
    event({ streamrevision: 1.5 }),
    'streamrevision must be a whole number that is not negative',
  ],
  [
    'a revision below zero',
    event({ streamrevision: -1 }),
    'streamrevision must be a whole number that is not negative',
  ],
  [
    'a revision beyond all',
    event({ streamrevision: 2 ** 31 }),
    'streamrevision must be a whole number that is not negative',
  ],
  [
    'a name with an underscore',
    event({ trace_parent: 'x' }),
    'an attribute has a name that is not of letters in lower case and digits',
  ],
];

describe('a message that is no valid CloudEvent', () => {
  it.each(malformed)('is refused for %s', async (_, message, reason) => {
    expect(await reasonOf(() => envelopeIn(message))).toBe(reason);
  });

  it('would be read without its fault', () => {
    expect(envelopeIn(headers({}))).toStrictEqual(bare);
    expect(envelopeIn(event({}))).toStrictEqual(bare);
    expect(envelopeIn(text(`${started}}`))).toStrictEqual(bare);
  });

  it('may have one name twice where that is not its own', () => {
    const data = { id: 'a', list: [{ id: 'b' }, { id: 'c' }], text: '"id":"id":{', id2: ':' };
    expect(envelopeIn(event({ data })).data).toStrictEqual(data);
  });
});
