import type { Window } from '@roadbook/decider';
import type { AuthorizationEvent } from '../release/events.js';
import { periodInWords, reasonInWords } from './in-words.js';
import { clientCommunication } from './notification.js';
import type { Notification } from './notification.js';
import { nobody, told } from './words.js';
import type { AtEvent, Words } from './words.js';

type WindowEvent = Extract<
  AuthorizationEvent,
  { type: `Window${string}` | `Clients${string}` | 'ClientCommunicationAcknowledged' }
>;

export const window: Words<WindowEvent> = {
  WindowProposed: ({ data }, at) => [
    toldOfWindow(at, ['orchestrator', 'cio', 'cpo'], 'has a window proposed', [
      `It may go to production ${periodInWords(data)}, once an orchestrator who did not propose it confirms the window.`,
    ]),
    ...whereTakenAway(at, 'another window was proposed'),
  ],
  WindowConfirmed: ({ data }, at) => [
    toldOfWindow(at, ['cpo', 'cio', 'cto'], 'has its window confirmed', [
      `It may go to production ${periodInWords(data)}.`,
    ]),
    at.release.clients.are === 'affected'
      ? askClients(at, data)
      : toldOfWindow(at, ['cco'], 'has its window confirmed', [
          `It may go to production ${periodInWords(data)}. Clients were declared unaffected: there is nothing to acknowledge.`,
        ]),
  ],
  WindowLapsed: ({ data }, at) => [
    toldOfWindow(at, ['orchestrator', 'cio', 'cpo'], 'did not use its window', [
      `The window ${periodInWords(data)} ended unused. Before production, another one has to be proposed and confirmed.`,
    ]),
    ...whereTakenAway(at, 'its window ended unused'),
  ],
  ClientsDeclaredUnaffected: ({ data: { reason } }, at) =>
    at.release.window.is === 'confirmed'
      ? [settled(at, at.release.window, `clients are not affected: ${reasonInWords(reason)}`)]
      : [],
  ClientsDeclaredAffected: (_, at) =>
    at.release.window.is === 'confirmed' ? [askClients(at, at.release.window)] : [],
  ClientCommunicationAcknowledged: nobody,
};

const toldOfWindow = (
  at: AtEvent,
  to: Notification['to'],
  what: string,
  sentences: readonly string[],
  more: Partial<Notification> = {},
): Notification =>
  told(at, to, what, sentences, {
    about: { version: at.release.version, environment: 'production' },
    ...more,
  });

const askClients = (at: AtEvent, period: Window): Notification =>
  toldOfWindow(
    at,
    ['cco'],
    'goes to production: clients have to be told',
    [
      `The window ${periodInWords(period)} is confirmed, and clients are affected. Tell them, and acknowledge it here: production waits for it.`,
    ],
    {
      acknowledge: {
        what: 'Acknowledge that clients are told of this version and window',
        address: `${at.path}/client-communication`,
        communication: clientCommunication(at.release.version, period),
      },
    },
  );

const settled = (at: AtEvent, period: Window, why: string): Notification =>
  toldOfWindow(
    at,
    ['cco'],
    'asks for no client communication any more',
    [`Nothing has to be acknowledged for the window ${periodInWords(period)}: ${why}.`],
    { settles: clientCommunication(at.release.version, period) },
  );

/** With a confirmed window goes what the cco had to acknowledge for it. */
const whereTakenAway = (at: AtEvent, why: string): Notification[] =>
  at.full.takenAway && at.release.clients.are === 'affected'
    ? [settled(at, at.full.takenAway, why)]
    : [];
