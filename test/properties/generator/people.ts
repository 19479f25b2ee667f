import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { Random } from '../random.js';

/** Who acts in a role: usually the one who always does, named after it; at times a colleague, or somebody who holds every role. */
export const usually = (random: Random, role: Role): string => {
  if (random.chance(0.93)) return role;
  return random.chance(0.6) ? `${role}-2` : random.pick(jacksOfAllTrades);
};

const jacksOfAllTrades = ['ana', 'ben', 'cleo'] as const;

/** Somebody who tries it with several hats on. */
export const withManyHats = (random: Random): string => random.pick(jacksOfAllTrades);

/** Somebody who asks for what was asked for already, and might be the one who grants it. */
export const anotherRequester = (random: Random): string =>
  random.pick(['orchestrator', 'orchestrator-2', ...jacksOfAllTrades] as const);

export const anyRole = (random: Random): Role => random.pick(roles);
