import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checksReported,
  deploymentClaimed,
  deploymentReported,
  gateReported,
} from '@roadbook/contracts';
import type { MessageType } from '@roadbook/contracts';
import { Service } from '../api/service.js';
import type { Request } from '../api/service.js';
import { planted, Turns } from './planted.js';
import type { Planted } from './planted.js';
import { textsOf } from './said.js';
import { plant } from './text-fields.js';
import { Traces } from './traces.js';

const reports: readonly MessageType[] = [
  gateReported,
  deploymentClaimed,
  deploymentReported,
  checksReported,
];
const modes = ['structured', 'batch', 'binary'] as const;
type Mode = (typeof modes)[number];

const attributes = { specversion: '1.0', id: 'ci-1', source: 'https://ci.example/shop' };
const optional = ['subject', 'dataschema', 'correlationid', 'partitionkey', 'trace'] as const;

const eventOf = ({ type, example }: MessageType) => ({
  ...attributes,
  ...{ type, time: '2026-03-02T07:55:02Z', data: example as unknown },
});

/** An event as it is sent in this mode. */
function sent(mode: Mode, event: ReturnType<typeof eventOf>): Request {
  const request = { method: 'POST', path: '/v1/messages', as: publisher } as const;
  if (mode !== 'binary') {
    const batch = mode === 'batch';
    const type = `application/cloudevents${batch ? '-batch' : ''}+json`;
    const body = JSON.stringify(batch ? [event] : event);
    return { ...request, body, headers: { 'content-type': type } };
  }
  const { data, ...others } = event;
  const headers = Object.entries(others).map(([name, value]) => [
    `ce-${name}`,
    encodeURIComponent(value),
  ]);
  return {
    ...request,
    body: JSON.stringify(data),
    headers: Object.fromEntries(headers),
  };
}

const publisher = { subject: 'ci', roles: ['cqo', 'cdo', 'cso', 'deployer'] } as const;

describe('a secret in a message of another team', () => {
  const traces = new Traces();
  const turns = new Turns();
  let service: Service;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-journey-'));
    service = await Service.start(undefined, folder, { logger: traces.logger });
  });
  afterAll(() => service.stop());

  async function answerTo(mode: Mode, event: ReturnType<typeof eventOf>, { shape }: Planted) {
    const answer = await service.send(sent(mode, event));
    traces.answer(`${event.type} ${mode} ${shape}`, answer);
    return answer;
  }

  describe.each(reports.map((of): [string, MessageType] => [of.name, of]))('%s', (_, of) => {
    it.each(modes)('is refused in every text of the data, %s', async (mode) => {
      for (const { field, way } of textsOf(of))
        for (const one of turns.take(3)) {
          const data = plant(of.example, way, one.secret);
          const answer = await answerTo(mode, { ...eventOf(of), data }, one);
          const { status, shape } = answer.json<{ status: number; shape: string }>();
          expect([field, status, shape]).toStrictEqual([field, 422, one.shape]);
        }
    });

    it.each(modes)('is refused in every attribute, %s', async (mode) => {
      for (const name of ['id', 'source', 'type', 'time', 'specversion', ...optional])
        for (const one of turns.take(3)) {
          const answer = await answerTo(mode, { ...eventOf(of), [name]: one.secret }, one);
          const refused = [400, 422].includes(answer.statusCode);
          expect([name, answer.statusCode, refused]).toStrictEqual([name, answer.statusCode, true]);
        }
    });
  });

  it('is refused in every shape, and is in no answer, log or file', async () => {
    for (const one of planted) {
      const data = plant(gateReported.example, ['evidence', 'note'], `see ${one.secret} there`);
      const answer = await answerTo('structured', { ...eventOf(gateReported), data }, one);
      expect(answer.json()).toMatchObject({ status: 422, shape: one.shape });
    }
    await service.close();
    expect(traces.inAnswers()).toStrictEqual({});
    expect(traces.inLog()).toStrictEqual([]);
    const { found, files } = traces.inFiles(service.dataFolder);
    expect([found, files > 5]).toStrictEqual([{}, true]);
  });
});
