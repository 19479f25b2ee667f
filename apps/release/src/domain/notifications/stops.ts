import { missingInWords, refusedInWords, listed } from '@roadbook/decider';
import type { CandidateEvent } from '../release/events.js';
import type { ViolationRecorded } from '../violations/events.js';
import { reasonInWords } from './in-words.js';
import { notification } from './notification.js';
import type { Notification } from './notification.js';
import { nobody } from './words.js';
import type { AtEvent, Words } from './words.js';

export const candidate: Words<CandidateEvent> = {
  CandidateChosen: nobody,
  CandidateContentsReported: nobody,
  TestSuiteReported: nobody,
  GateReported: ({ id, data }, { name, release }) => {
    const { gate, verdict, tickets, evidence } = data;
    if (verdict === 'passed' || data.candidate !== release.candidate?.commit) return [];
    const stands = release.candidate.gates[gate];
    const closed = tickets.filter((ticket) => stands.get(ticket)?.event === id);
    if (closed.length === 0) return [];
    return [
      notification(
        ['cio', 'cto'],
        `${name} is blocked: the ${gate} gate is ${verdict}`,
        [
          `It is about ${listed(closed)} of ${data.candidate}.`,
          ...[evidence.note ?? evidence.link].flatMap((one) => one ?? []).map(reasonInWords),
        ],
        { about: { version: release.version } },
      ),
    ];
  },
  ParityChecked: nobody,
  SecurityBlockSet: ({ data: { reason } }, at) => [
    block(at, 'is blocked by the cso', [
      `Why: ${reasonInWords(reason)}`,
      'Only a cso clears the block; both authorizations are needed anew then.',
    ]),
  ],
  SecurityBlockCleared: ({ data: { reason } }, at) => [
    block(at, 'is not blocked by the cso any more', [`Why: ${reasonInWords(reason)}`]),
  ],
};

const block = (
  { name, release: { version } }: AtEvent,
  what: string,
  sentences: readonly string[],
): Notification =>
  notification(['orchestrator', 'cio', 'cto', 'cpo'], `${name} ${what}`, sentences, {
    about: { version },
  });

/** Somebody was refused by a hard rule. */
export const violation = (
  project: string,
  { version, environment, missing, ...refused }: ViolationRecorded['data'],
): Notification[] => [
  notification(
    ['orchestrator', 'cio'],
    `${project} ${version} ${refusedInWords({ ...refused, environment })}`,
    [
      'What is missing:',
      ...missing.map(
        (one) => `- ${missingInWords({ ...one, missing: reasonInWords(one.missing) })}`,
      ),
    ],
    { about: { version, environment } },
  ),
];
