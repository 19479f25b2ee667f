import { isRefusal } from '@roadbook/decider';
import { StoreUnavailable } from '@roadbook/event-store';

/** How often a start is asked for because its claim got lost before it. */
const startAttemptsMax = 3;

/** The claim was given back by its deadline, or replaced by another one of the same release, before anything started on it. */
const lostClaims: ReadonlySet<string> = new Set([
  'claim-not-abandoned',
  'claim-stands',
  'rollback-claim-stands',
]);

const hasLostItsClaim = (outcome: object): boolean =>
  isRefusal(outcome) && outcome.refused.every(({ id }) => lostClaims.has(id));

/**
 * Asks again, from the beginning, where the claim got lost between claim and start. That is no decision on the command, so nobody is
 * told it as one: its key would stand for that answer from then on.
 * @throws StoreUnavailable when the claim got lost each time
 */
export async function claimingAnew<Outcome extends object>(
  start: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 1; attempt <= startAttemptsMax; attempt++) {
    const outcome = await start();
    if (!hasLostItsClaim(outcome)) return outcome;
  }
  throw new StoreUnavailable('the claim was given back before anything started on it; try again');
}
