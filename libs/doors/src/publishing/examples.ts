import { deploymentReported, gateReported } from '@roadbook/contracts';

const { example: gate } = gateReported;
const other: typeof gate = { ...gate, tickets: ['SHOP-3'] };
const deployed = deploymentReported.example;

const event = (id: string, type: string, data: { project: string; version: string }) => ({
  specversion: '1.0',
  id,
  source: 'https://ci.example/shop',
  type,
  subject: `${data.project}/${data.version}`,
  time: '2026-03-02T07:55:02Z',
  datacontenttype: 'application/json',
  data,
});

const one = event('ci-4711-quality', gateReported.type, gate);

/** What can be sent, for whoever tries it out. */
export const examples = {
  one: { summary: 'One event, in structured mode', value: one },
  batch: {
    summary: 'A batch: all of them, or none',
    value: [
      one,
      event('ci-4712-quality', gateReported.type, other),
      event('deploy-17-reported', deploymentReported.type, deployed),
    ],
  },
  data: {
    summary:
      'In binary mode, the data alone: the attributes are the headers ce-id, ce-type and so on',
    value: gate,
  },
};

/** What every event has, in words that OpenAPI has for it. */
export const eventSchema = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
  properties: {
    specversion: { type: 'string', enum: ['1.0'] },
    id: { type: 'string', maxLength: 500 },
    source: { type: 'string', format: 'uri-reference', maxLength: 500 },
    type: { type: 'string', maxLength: 500 },
    subject: { type: 'string', maxLength: 500 },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { type: 'string', enum: ['application/json'] },
    data: { type: 'object' },
  },
};
