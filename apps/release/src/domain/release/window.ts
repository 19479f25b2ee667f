import {
  guard,
  isThisWindow,
  refuse,
  refuseAtFirst,
  refuseInstead,
  refuseLength,
  refusePast,
  refuseUnproposed,
  silence,
} from '@roadbook/decider';
import type { ActorId, Condition, Decision } from '@roadbook/decider';
import { productionHasNotFailed, releaseIsOnTheRoad } from '../eligibility.js';
import { windowIsConfirmed } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { Standpoint } from '../hard-rules/standpoint.js';
import type { Asked } from './asked.js';
import type { ReleaseEvent } from './events.js';
import { askedFor } from './state.js';
import type { ReleaseWindow } from './state.js';

const windowHasALength: Condition<Asked<'ProposeWindow'>> = guard(
  'window-length',
  {},
  ({ command }) => refuseLength(command),
);

const windowIsNotPast: Condition<Asked<'ProposeWindow' | 'ConfirmWindow'>> = guard(
  'window-not-past',
  {},
  ({ command, origin: { at } }) => refusePast(command, at),
);

const confirmedWindowStays: Condition<Asked<'ProposeWindow'>> = guard(
  'confirmed-window-stays',
  { from: 'cio' },
  ({ release: { window }, origin }) => refuseInstead(window, origin),
);

/** What a deployer has begun rests on its window and its clients; changed under it, they could not be put right any more. */
const productionIsUnclaimed: Condition<Standpoint> = guard(
  'production-unclaimed',
  { from: 'deployer' },
  ({ release: { candidate } }) => {
    const attempt = candidate?.attempts.production;
    return attempt?.claimedBy !== undefined && attempt.phase !== 'ended'
      ? 'a deployer has claimed the deployment to production; its window and its clients stay as they are'
      : undefined;
  },
);

/** Until a deployer acts in production; again where nothing definite came of it, for another try. */
const productionIsAhead = [releaseIsOnTheRoad, productionHasNotFailed, productionIsUnclaimed];

const isProposedBy = (window: ReleaseWindow, actor: ActorId): boolean =>
  window.is === 'proposed' && askedFor(window, actor);

/** Another identity's proposal of the same window is one of its own, so that it is on record who may not confirm it. */
export function proposeWindow(asked: Asked<'ProposeWindow'>): Decision<ReleaseEvent> {
  const { command, release, origin } = asked;
  const { window } = release;
  const stands = window.is === 'confirmed' || isProposedBy(window, origin.actor);
  if (stands && isThisWindow(window, command)) return silence;
  return (
    refuseAtFirst(productionIsAhead, asked) ??
    refuseAtFirst<Asked<'ProposeWindow'>>(
      [confirmedWindowStays, windowHasALength, windowIsNotPast],
      asked,
    ) ?? [{ type: 'WindowProposed', data: command }]
  );
}

const windowIsProposed: Condition<Asked<'ConfirmWindow'>> = guard(
  'window-proposed',
  { from: 'cio' },
  ({ release: { window }, command }) => refuseUnproposed(window, command),
);

const proposerDoesNotConfirm: Condition<Asked<'ConfirmWindow'>> = guard(
  'proposer-does-not-confirm',
  { from: 'orchestrator' },
  ({ release: { window }, origin: { actor } }) =>
    isProposedBy(window, actor) ? 'nobody confirms the window that they proposed' : undefined,
);

export function confirmWindow(asked: Asked<'ConfirmWindow'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (release.window.is === 'confirmed' && isThisWindow(release.window, command)) return silence;
  return (
    refuseAtFirst<Asked<'ConfirmWindow'>>(
      [releaseIsOnTheRoad, windowIsProposed, proposerDoesNotConfirm, windowIsNotPast],
      asked,
    ) ?? [{ type: 'WindowConfirmed', data: command }]
  );
}

/** Unused, a window lapses. It was used when a deployer claimed the deployment to production. */
export function lapseWindow({
  command,
  release,
  origin,
}: Asked<'LapseWindow'>): Decision<ReleaseEvent> {
  const { window, stage, candidate } = release;
  const stands =
    (window.is === 'proposed' || window.is === 'confirmed') && isThisWindow(window, command);
  const production = candidate?.attempts.production;
  const used = production?.claimedBy !== undefined && production.phase !== 'ended';
  return stands && stage === 'on-the-road' && !used && origin.at >= command.end
    ? [{ type: 'WindowLapsed', data: command }]
    : silence;
}

export function declareClients(asked: Asked<'DeclareClients'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { affected, reason } = command;
  const { clients } = release;
  const isSaid = affected
    ? clients.are === 'affected'
    : clients.are === 'unaffected' && clients.reason === reason;
  if (isSaid) return silence;
  return (
    refuseAtFirst(productionIsAhead, asked) ?? [
      affected
        ? { type: 'ClientsDeclaredAffected', data: { reason } }
        : { type: 'ClientsDeclaredUnaffected', data: { reason } },
    ]
  );
}

const clientsAreAffected: Condition<Asked<'AcknowledgeClientCommunication'>> = guard(
  'clients-affected',
  {},
  ({ release: { clients } }) =>
    clients.are === 'unaffected'
      ? `clients were declared unaffected (${clients.reason}), so there is nothing to acknowledge`
      : undefined,
);

export function acknowledgeClientCommunication(
  asked: Asked<'AcknowledgeClientCommunication'>,
): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { window, clients } = release;
  const refusal = refuseAtFirst<Asked<'AcknowledgeClientCommunication'>>(
    [releaseIsOnTheRoad, clientsAreAffected],
    asked,
  );
  if (refusal) return refusal;
  if (window.is !== 'confirmed') return refuse(windowIsConfirmed, asked);
  const { start, end } = window;
  const known = clients.are === 'affected' ? clients.acknowledged : undefined;
  return known?.start === start && known.end === end
    ? silence
    : [{ type: 'ClientCommunicationAcknowledged', data: { start, end, note: command.note } }];
}
