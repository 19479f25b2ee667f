import { randomUUID } from 'node:crypto';
import { encode, gateReported, publisherHeaders } from '@roadbook/contracts';
import type { Message } from '@roadbook/messaging';
import { messageOf } from '@roadbook/messaging/envelope';
import { candidate, project, ticketsOfRelease } from './releases.js';

const evidence = { link: 'https://ci.example/runs/4711', note: '1,204 tests passed' };

/** A quality verdict for each ticket of each release, in turns of the releases, as Roadbook's own door publishes them. */
export function gateMessages(versions: readonly string[]): Message[] {
  return ticketsOfRelease.flatMap(({ id }) => versions.map((version) => message(version, [id])));
}

/** A quality verdict about all tickets of the release. */
export const wholeGateMessage = (version: string): Message =>
  message(
    version,
    ticketsOfRelease.map(({ id }) => id),
  );

function message(version: string, tickets: readonly string[]): Message {
  const verdict = { gate: 'quality', verdict: 'passed', tickets: [...tickets] } as const;
  const encoded = messageOf(
    encode(
      gateReported,
      { project, version, candidate, evidence, ...verdict },
      { id: randomUUID(), source: 'urn:example:bench', time: new Date().toISOString() },
    ),
  );
  const publisher = {
    [publisherHeaders.actor]: 'a_bench-cqo',
    [publisherHeaders.role]: 'cqo',
  };
  return { ...encoded, headers: { ...encoded.headers, ...publisher } };
}
