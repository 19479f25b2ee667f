import {
  checksReported,
  deploymentClaimed,
  deploymentReported,
  gateReported,
} from '@roadbook/contracts';
import { Doors } from '../doors.fixture.js';

export const gate = { ...gateReported.example, gate: 'quality' };

export const event = (data: object = gate, attributes: object = {}) => ({
  specversion: '1.0',
  id: 'ci-1',
  source: 'https://ci.example/shop',
  type: gateReported.type,
  time: '2026-03-02T07:55:02Z',
  data,
  ...attributes,
});

export const deployments = [deploymentClaimed, deploymentReported, checksReported].map(
  ({ type, example }) => event(example, { type }),
);

/** The doors, and how specs publish by them. */
export function publishing() {
  let doors: Doors;
  beforeEach(async () => {
    doors = await Doors.open();
  });
  afterEach(() => doors.close());

  const send = (as: string, contentType: string, body: unknown, headers: object = {}) =>
    doors.ask('/v1/messages', as, {
      method: 'POST',
      headers: { 'content-type': contentType, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const one = (as: string, body: unknown = event(), headers?: object) =>
    send(as, 'application/cloudevents+json', body, headers);
  const batch = (as: string, ...events: unknown[]) =>
    send(as, 'application/cloudevents-batch+json', events);

  return { doors: () => doors, send, one, batch };
}

/** A problem without what differs from one request to the next. */
export async function problemIn(response: Response) {
  const {
    title: _,
    correlationId: __,
    type,
    ...rest
  } = (await response.json()) as {
    title: string;
    correlationId: string;
    type: string;
  };
  return { type: type.replace('urn:roadbook:problem:', ''), ...rest };
}
