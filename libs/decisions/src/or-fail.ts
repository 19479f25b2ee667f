import { isRefusal } from '@roadbook/decider';

/**
 * For what Roadbook does by itself: nobody is there to be told that it was refused, so the log says it, and it is tried again.
 * @throws with what was tried, and every reason why it was refused
 */
export function orFail(outcome: object, tried: string): void {
  if (isRefusal(outcome))
    throw new Error(
      `${tried} was refused: ${outcome.refused.map(({ missing }) => missing).join('; ')}`,
    );
}
