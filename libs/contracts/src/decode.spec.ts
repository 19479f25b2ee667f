import { Poison } from '@roadbook/messaging';
import { decode, entryRecorded, gateReported, releasePrepared } from './index.js';
import type { Envelope } from './index.js';

const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  id: '4711',
  source: 'urn:example:ci',
  type: gateReported.type,
  subject: 'shop/1.4.0',
  time: '2026-03-02T08:00:00.000Z',
  datacontenttype: 'application/json',
  data: gateReported.example,
  ...more,
});

const saying = (more: object): Envelope => envelope({ data: { ...gateReported.example, ...more } });

/** The reason for which nobody can take it. */
function reasonOf(message: Envelope, topic = 'roadbook.gates'): string {
  try {
    decode(topic, message);
  } catch (error) {
    if (error instanceof Poison) return error.reason;
    throw error;
  }
  return 'none: it was taken';
}

describe('a message that fits', () => {
  it('is taken with what it says, its times in UTC', () => {
    expect(decode('roadbook.gates', envelope())).toStrictEqual({
      id: '4711',
      source: 'urn:example:ci',
      time: '2026-03-02T08:00:00.000Z',
      type: 'roadbook.gate-reported.v1',
      data: { ...gateReported.example, occurredAt: '2026-03-02T07:55:00.000Z' },
    });
  });

  it('tells where it comes from', () => {
    const ids = { correlationid: 'c-1', causationid: 'e-1', streamrevision: 7 };
    expect(decode('roadbook.gates', envelope(ids))).toMatchObject({
      correlationId: 'c-1',
      causationId: 'e-1',
      streamRevision: 7,
    });
  });

  it('needs no subject', () => {
    expect(reasonOf(envelope({ subject: undefined }))).toBe('none: it was taken');
  });

  it('is known by its type', () => {
    const received = decode('roadbook.gates', envelope());
    if (received.type !== 'roadbook.gate-reported.v1') throw new Error('it is another one');
    expect(received.data.tickets).toStrictEqual(['SHOP-1', 'SHOP-2']);
  });
});

describe('a message is refused', () => {
  it.each([
    [
      'roadbook.gate-moved.v1',
      'the type of the message is none that Roadbook knows; this topic takes roadbook.gate-reported.v1',
    ],
    [
      'gate-reported',
      'the type of the message is none that Roadbook knows; this topic takes roadbook.gate-reported.v1',
    ],
    [
      'roadbook.gate-reported.v2',
      'version 2 of gate-reported is not supported; supported is roadbook.gate-reported.v1',
    ],
    [
      releasePrepared.type,
      'roadbook.release-prepared.v1 belongs on roadbook.releases, not on this topic',
    ],
  ])('when its type is %s', (type, reason) => {
    expect(reasonOf(envelope({ type }))).toBe(reason);
  });

  it('on a topic that Roadbook does not have', () => {
    expect(reasonOf(envelope({ type: 'order-placed.v1' }), 'orders')).toBe(
      'the topic is none of Roadbook',
    );
  });

  it.each([
    ['roadbook.knowledge.deliverable', 'internal', 'roadbook.knowledge.internal'],
    ['roadbook.knowledge.internal', 'deliverable', 'roadbook.knowledge.deliverable'],
  ])('on %s when it is %s', (topic, visibility, there) => {
    const data = { ...entryRecorded.example, visibility };
    expect(reasonOf(envelope({ type: entryRecorded.type, data }), topic)).toBe(
      `a message of type roadbook.entry-recorded.v1 that says this belongs on ${there}, not on this topic`,
    );
  });

  it('when its subject is not that of its data', () => {
    expect(reasonOf(envelope({ subject: 'shop/1.5.0' }))).toBe(
      'the subject must be what the data is about: its project, and a slash and its version where it has one',
    );
  });

  it.each<[string, object, string]>([
    ['without a gate', { gate: undefined }, 'data.gate must be one of quality, design, security'],
    ['with another gate', { gate: 'beauty' }, 'data.gate must be one of quality, design, security'],
    [
      'with a v before the version',
      { version: 'v1.4.0' },
      'data.version must be a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata, each number of at most 9 digits',
    ],
    ['without tickets', { tickets: [] }, 'data.tickets must be a list of 1 to 500 entries'],
    [
      'with more tickets than a release has',
      { tickets: Array(501).fill('SHOP-1') },
      'data.tickets must be a list of 1 to 500 entries',
    ],
    [
      'with a ticket that is none',
      { tickets: ['SHOP-1', 'SHOP 2'] },
      'data.tickets[1] must be the id of a ticket: 1 to 64 visible characters of ASCII without spaces and commas',
    ],
    [
      'without evidence',
      { evidence: {} },
      'data.evidence must be an object with a link, a digest or a note',
    ],
    ['with evidence in a list', { evidence: [] }, 'data.evidence must be an object'],
    [
      'with a note that is too long',
      { evidence: { note: 'x'.repeat(2001) } },
      'data.evidence.note must be a text of 1 to 2000 characters',
    ],
    [
      'with a time of no zone',
      { occurredAt: '2026-03-02T08:00:00' },
      'data.occurredAt must be a time with an offset (RFC 3339), of the years 1000 to 2999, such as 2026-03-01T14:00:00Z or 2026-03-01T15:00:00+01:00',
    ],
    [
      'with who reported it',
      { actor: 'ana' },
      'data has a field that is none of project, version, occurredAt, gate, candidate, tickets, verdict, evidence',
    ],
    [
      'with several faults',
      { verdict: 'fine', project: 'Shop' },
      'data.project must be the slug of a project: a letter, then letters, digits and hyphens, all lower case, at most 63; data.verdict must be one of passed, failed, inconclusive',
    ],
  ])('%s', (_, more, reason) => {
    expect(reasonOf(saying(more))).toBe(`roadbook.gate-reported.v1 does not fit: ${reason}`);
  });

  it.each([null, 'text', 12, [], undefined])('when it says %j', (data) => {
    expect(reasonOf(envelope({ data }))).toBe(
      'roadbook.gate-reported.v1 does not fit: data must be an object',
    );
  });

  it('without a word of what it says', () => {
    const secret = 'xoxb-not-for-anybody';
    const reasons = [
      saying({ [secret]: 1 }),
      saying({ verdict: secret, tickets: [`${secret} `], evidence: { [secret]: secret } }),
      envelope({ type: secret }),
      envelope({ subject: secret }),
    ].map((message) => reasonOf(message));
    expect(reasons.join()).not.toContain(secret);
  });
});
