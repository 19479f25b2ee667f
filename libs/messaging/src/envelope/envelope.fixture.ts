import type { Envelope } from './envelope.js';

export const envelope: Envelope = {
  id: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  source: 'urn:roadbook:release',
  type: 'roadbook.gate-recorded.v1',
  subject: 'shop/1.4.0',
  time: '2026-03-01T10:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:roadbook:schema:gate-recorded:v1',
  correlationid: 'correlation-1',
  causationid: 'event-1',
  streamrevision: 17,
  data: { project: 'shop', note: 'Grüße, 日本 🎉', tickets: [1, null, { ui: true }] },
};

/** Without what may be absent. */
export const bare: Envelope = {
  id: 'message-1',
  source: '/ci/jobs/42',
  type: 'roadbook.gate-reported.v1',
  time: '2026-03-01T10:00:00.000Z',
  datacontenttype: 'application/json',
  data: {},
};

export const key = 'shop/1.4.0';

/** What `read` refuses with. */
export async function reasonOf(read: () => unknown): Promise<string | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    const { name, reason } = error as { name: string; reason: string };
    return name === 'Poison' ? reason : `${name}, which is no Poison`;
  }
}
