import {
  guard,
  refuseAtFirst,
  silence,
  isThisWindow,
  refuseLength,
  refuseInstead,
  refusePast,
  refuseUnproposed,
} from '@roadbook/decider';
import type { ActorId, Condition, Decision } from '@roadbook/decider';
import { environmentIsConcerned } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { ChangeAtEnvironment } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { AskedOf } from './asked.js';
import type { EnvironmentsEvent } from './events.js';
import { changeIsOpen } from './guards.js';
import type { ChangeWindow } from './state.js';

type Proposing = AskedOf<'ProposeConfigurationWindow'>;
type Confirming = AskedOf<'ConfirmConfigurationWindow'>;

const windowHasALength: Condition<Proposing> = guard('window-length', {}, ({ command }) =>
  refuseLength(command),
);

const windowIsNotPast: Condition<Proposing | Confirming> = guard(
  'window-not-past',
  {},
  ({ command, origin: { at } }) => refusePast(command, at),
);

const confirmedWindowStays: Condition<Proposing> = guard(
  'confirmed-window-stays',
  { from: 'cio' },
  ({ change: { window }, origin }) => refuseInstead(window, origin),
);

const isProposedBy = (window: ChangeWindow, actor: ActorId): boolean =>
  window.is === 'proposed' && window.by.includes(actor);

/** Another identity's proposal of the same window is one of its own, so that it is on record who may not confirm it. */
export function proposeConfigurationWindow(asked: Proposing): Decision<EnvironmentsEvent> {
  const { command, change, origin } = asked;
  const { window } = change;
  const stands = window.is === 'confirmed' || isProposedBy(window, origin.actor);
  if (stands && isThisWindow(window, command)) return silence;
  return (
    refuseAtFirst<Proposing>([changeIsOpen], asked) ??
    refuseAtFirst<ChangeAtEnvironment>([environmentIsConcerned], {
      ...asked,
      environment: 'production',
    }) ??
    refuseAtFirst<Proposing>([confirmedWindowStays, windowHasALength, windowIsNotPast], asked) ?? [
      { type: 'ConfigurationWindowProposed', data: command },
    ]
  );
}

const windowIsProposed: Condition<Confirming> = guard(
  'configuration-window-proposed',
  { from: 'cio' },
  ({ change: { window }, command }) => refuseUnproposed(window, command),
);

const proposerDoesNotConfirm: Condition<Confirming> = guard(
  'proposer-does-not-confirm',
  { from: 'orchestrator' },
  ({ change: { window }, origin: { actor } }) =>
    isProposedBy(window, actor) ? 'nobody confirms the window that they proposed' : undefined,
);

export function confirmConfigurationWindow(asked: Confirming): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.window.is === 'confirmed' && isThisWindow(change.window, command)) return silence;
  return (
    refuseAtFirst<Confirming>(
      [changeIsOpen, windowIsProposed, proposerDoesNotConfirm, windowIsNotPast],
      asked,
    ) ?? [{ type: 'ConfigurationWindowConfirmed', data: command }]
  );
}

/** Unused, a window lapses. It was used when the application in production was ordered. */
export function lapseConfigurationWindow({
  command,
  change,
  origin,
}: AskedOf<'LapseConfigurationWindow'>): Decision<EnvironmentsEvent> {
  const { window, stage, applications } = change;
  const stands =
    (window.is === 'proposed' || window.is === 'confirmed') && isThisWindow(window, command);
  return stands && stage === 'open' && !applications.production && origin.at >= command.end
    ? [{ type: 'ConfigurationWindowLapsed', data: command }]
    : silence;
}
