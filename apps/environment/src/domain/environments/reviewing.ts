import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { changeIsConfirmed } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { AskedOf } from './asked.js';
import type { EnvironmentsEvent } from './events.js';
import { changeIsOpen } from './guards.js';

const authorDoesNotConfirm: Condition<AskedOf<'ConfirmConfigurationChange'>> = guard(
  'configuration-author-does-not-confirm',
  { from: 'cio' },
  ({ change: { author }, origin: { actor } }) =>
    author === actor ? 'nobody confirms the configuration change that they proposed' : undefined,
);

export function confirmConfigurationChange(
  asked: AskedOf<'ConfirmConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.confirmed) return silence;
  return (
    refuseAtFirst<AskedOf<'ConfirmConfigurationChange'>>(
      [changeIsOpen, authorDoesNotConfirm],
      asked,
    ) ?? [{ type: 'ConfigurationChangeConfirmed', data: command }]
  );
}

/** Author, confirming cio and reviewing cto are three identities. */
const reviewerIsAThird: Condition<AskedOf<'ReviewConfigurationChange'>> = guard(
  'reviewer-is-a-third',
  { from: 'cto' },
  ({ change: { author, confirmed }, origin: { actor } }) => {
    if (actor === author) return 'nobody reviews the configuration change that they proposed';
    return actor === confirmed?.by
      ? 'nobody reviews the configuration change that they confirmed'
      : undefined;
  },
);

/** A later verdict stands: one that turns failed stops the change where it is. */
export function reviewConfigurationChange(
  asked: AskedOf<'ReviewConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change, origin } = asked;
  const isRepeat = change.review?.verdict === command.verdict && change.review.by === origin.actor;
  if (isRepeat) return silence;
  return (
    refuseAtFirst<AskedOf<'ReviewConfigurationChange'>>(
      [changeIsOpen, reviewerIsAThird, changeIsConfirmed],
      asked,
    ) ?? [{ type: 'ConfigurationChangeReviewed', data: command }]
  );
}
