import type { HardRule } from './condition.js';
import type { Environment } from './environment.js';
import type { MissingCondition } from './violations.js';

/** The five hard rules by name. */
export const hardRuleNames: Readonly<Record<HardRule, string>> = {
  1: 'no direct deploy to production',
  2: 'four artifacts',
  3: 'parity is enforced',
  4: 'pipeline changes are annotated and confirmed first',
  5: 'rollback before deployment',
};

/** What was tried and refused. */
interface Refused {
  readonly command: string;
  readonly rule: HardRule;
  /** Where it was to happen, where that is known. */
  readonly environment?: Environment | null;
}

type Said = (environment?: Environment) => string;

const asked: Said = (environment) =>
  `was not let ask for the authorization of ${environment ?? 'its promotion'}`;
const authorized: Said = (environment) =>
  `was not authorized for ${environment ?? 'its promotion'}`;

/** Keyed by command; what nobody has words for was not accepted. */
const said: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['RequestDeployment', (to) => `was not let to ${to ?? 'the next environment'}`],
  ['ClaimDeployment', (to) => `was not deployed${to ? ` to ${to}` : ''}`],
  ['TagVersion', () => 'was not tagged'],
  ['RequestAuthorization', asked],
  ['Authorize', authorized],
  ['ApplyConfigurationChange', (to) => `was not applied${to ? ` in ${to}` : ''}`],
  ['RequestConfigurationAuthorization', () => asked('production')],
  ['AuthorizeConfigurationChange', () => authorized('production')],
]);

/** That a hard rule refused it, as it reads on behind the name of the release or the change: `was not let to qa: hard rule 1 (…)`. */
export const refusedInWords = ({ command, rule, environment }: Refused): string =>
  `${said.get(command)?.(environment ?? undefined) ?? 'was not accepted'}: hard rule ${String(rule)} (${hardRuleNames[rule]})`;

/** What is missing, and who can supply it where somebody can. */
export const missingInWords = ({ missing, from }: Omit<MissingCondition, 'id'>): string =>
  from === undefined ? missing : `${missing} (the ${from} can supply it)`;
