import type { Message } from '../messaging.js';
import { bare, envelope, key, reasonOf } from './envelope.fixture.js';
import { envelopeIn, messageOf } from './in-message.js';
import { structured } from './structured.js';

const inStructuredMode = (event: object, contentType = 'application/cloudevents+json') => ({
  headers: { 'content-type': contentType },
  body: Buffer.from(JSON.stringify(event)),
});

/** Made up, and of the shape of a token that nobody writes by accident. */
const token = `ghp_${'a1B2'.repeat(9)}`;
const binary = messageOf({ key, envelope: bare });

describe('an envelope in a message', () => {
  it('is written in binary mode, as the Kafka binding has it', () => {
    const { headers, body, ...rest } = messageOf({ key, envelope });
    expect(rest).toStrictEqual({ key });
    expect(headers).toStrictEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      ce_source: 'urn:roadbook:release',
      ce_type: 'roadbook.gate-recorded.v1',
      ce_subject: 'shop/1.4.0',
      ce_time: '2026-03-01T10:00:00.000Z',
      ce_dataschema: 'urn:roadbook:schema:gate-recorded:v1',
      ce_correlationid: 'correlation-1',
      ce_causationid: 'event-1',
      ce_streamrevision: '17',
    });
    expect(JSON.parse(Buffer.from(body).toString())).toStrictEqual(envelope.data);
  });

  it.each([
    ['everything', envelope],
    ['only what must be there', bare],
    ['data that is null', { ...bare, data: null }],
  ])('is read as it was written, with %s', (_, one) => {
    expect(envelopeIn(messageOf({ key, envelope: one }))).toStrictEqual(one);
    expect(envelopeIn(inStructuredMode(structured(one)))).toStrictEqual(one);
  });

  it.each<[string, object]>([
    ['data.note holds', { body: Buffer.from(JSON.stringify({ note: token })) }],
    ['subject holds', { headers: { ...binary.headers, ce_subject: token } }],
    ['key holds', { key: token }],
    ['headers.trace holds', { headers: { ...binary.headers, trace: token } }],
  ])('is not read with what looks like a secret: %s', async (field, changed) => {
    const reason = await reasonOf(() => envelopeIn({ ...binary, ...changed }));
    expect(reason).toContain(`${field} a GitHub token`);
    expect(reason).not.toContain(token);
  });

  it('leaves out what is undefined', () => {
    const { headers } = messageOf({ key, envelope: { ...bare, subject: undefined } });
    expect(Object.keys(headers)).not.toContain('ce_subject');
  });

  it('is read whatever else is in the headers, and without extensions that nobody knows', () => {
    const { headers, body } = messageOf({ key, envelope: bare });
    const more = { ...headers, traceparent: '00-1', ce_traceparent: '00-1', x_ce: 'y' };
    expect(envelopeIn({ headers: more, body })).toStrictEqual(bare);
  });

  it.each([
    ['application/json; charset=utf-8'],
    ['application/json;charset="UTF-8"'],
    ['Application/JSON'],
  ])('is read with the content type %s', (contentType) => {
    const { headers, body } = messageOf({ key, envelope: bare });
    expect(
      envelopeIn({ headers: { ...headers, 'content-type': contentType }, body }),
    ).toStrictEqual(bare);
  });

  it('is read in structured mode with parameters, and without a content type of the data', () => {
    const { datacontenttype: _, ...event } = structured(bare) as Record<string, unknown>;
    const message = inStructuredMode(event, 'Application/CloudEvents+JSON; charset=UTF-8');
    expect(envelopeIn(message)).toStrictEqual(bare);
  });

  it('takes null in structured mode for an attribute that is absent', () => {
    const event = { ...structured(bare), subject: null, streamrevision: null };
    expect(envelopeIn(inStructuredMode(event))).toStrictEqual(bare);
  });

  it('has its time in UTC with milliseconds', () => {
    const event = { ...bare, time: '2026-03-01T11:00:00.1239+01:00' };
    const message: Message = messageOf({ key, envelope: event });
    expect(envelopeIn(message).time).toBe('2026-03-01T10:00:00.123Z');
  });
});
