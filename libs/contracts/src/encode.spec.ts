import {
  decode,
  encode,
  entryRecorded,
  gateReported,
  messageId,
  projectRegistered,
  roleNotified,
  violationRecorded,
} from './index.js';

const event = '886313e1-3b8a-5372-9b90-0c9aee199e5d';
const provenance = {
  source: 'urn:roadbook:release',
  time: '2026-03-02T08:00:00.000Z',
  id: messageId(projectRegistered, event),
};

describe('what is said', () => {
  it('comes in an envelope that tells what it is and what follows from what', () => {
    const ids = { correlationId: 'c-1', causationId: 'e-1', streamRevision: 0 };
    expect(
      encode(projectRegistered, projectRegistered.example, { ...provenance, ...ids }),
    ).toStrictEqual({
      topics: ['roadbook.releases'],
      key: 'shop',
      envelope: {
        id: '517628ae-350e-51e8-85b8-e30f9a8c658e',
        source: 'urn:roadbook:release',
        type: 'roadbook.project-registered.v1',
        subject: 'shop',
        time: '2026-03-02T08:00:00.000Z',
        datacontenttype: 'application/json',
        dataschema: 'urn:roadbook:message:project-registered:v1',
        correlationid: 'c-1',
        causationid: 'e-1',
        streamrevision: 0,
        data: projectRegistered.example,
      },
    });
  });

  it('about one release has its key, wherever it says so', () => {
    const { example } = roleNotified;
    expect(encode(gateReported, gateReported.example, provenance).key).toBe('shop/1.4.0');
    expect(encode(roleNotified, example, provenance).key).toBe('shop/1.4.0');
    expect(encode(roleNotified, { ...example, about: {} }, provenance).key).toBe('shop');
  });

  it('goes where it belongs', () => {
    const { version: _, ...example } = violationRecorded.example;
    const violation = (data: typeof violationRecorded.example) =>
      encode(violationRecorded, data, provenance).topics;
    expect(violation({ ...example, version: '1.4.0' })).toStrictEqual(['roadbook.releases']);
    expect(violation(example)).toStrictEqual(['roadbook.environments']);
  });

  it.each([
    ['internal' as const, ['roadbook.knowledge.internal']],
    ['deliverable' as const, ['roadbook.knowledge.deliverable']],
    ['both' as const, ['roadbook.knowledge.internal', 'roadbook.knowledge.deliverable']],
  ])('goes to those who may read it when it is an entry for %s', (visibility, topics) => {
    const entry = { ...entryRecorded.example, visibility };
    expect(encode(entryRecorded, entry, provenance).topics).toStrictEqual(topics);
  });

  it('is read again as it was said', () => {
    const { envelope } = encode(projectRegistered, projectRegistered.example, provenance);
    expect(decode('roadbook.releases', envelope).data).toStrictEqual(projectRegistered.example);
  });

  it('never breaks what was promised', () => {
    const { recordedAt: _, ...timeless } = projectRegistered.example;
    expect(() => encode(projectRegistered, timeless as never, provenance)).toThrow(
      new TypeError(
        'roadbook.project-registered.v1 does not fit: data.recordedAt must be a time in UTC with milliseconds such as 2026-03-01T14:00:00.000Z',
      ),
    );
  });
});

describe('the id of a message', () => {
  it('is the same for the same event and type', () => {
    expect(messageId(gateReported, event)).toBe(messageId(gateReported, event));
  });

  it('is another one for another event, type or part', () => {
    const ids = [
      messageId(gateReported, event),
      messageId(gateReported, '2ed6657d-e927-568b-95e1-2665a8aea6a2'),
      messageId(roleNotified, event),
      messageId(roleNotified, event, 'cio'),
      messageId(roleNotified, event, 'cto'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
