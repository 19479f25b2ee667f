import { resolve } from 'node:path';
import { logFormats, logLevels } from '../logging/levels.js';
import type { LogFormat, LogLevel } from '../logging/levels.js';
import { readEngines } from './engines.js';
import type { EngineSettings } from './engines.js';
import { Environment } from './environment.js';
import { readKeys } from './keys.js';
import type { Keys } from './keys.js';
import { readIdentitySource } from './identity-source.js';
import type { IdentitySource } from './identity-source.js';

/** Everything that an operator can set, as the environment variables say it. */
export interface Configuration extends Keys {
  /** `HOST`, loopback unless set. */
  readonly host: string;
  /** `PORT`; 0 takes a free one. */
  readonly port: number;
  /** `ROADBOOK_DATA`, as an absolute path. */
  readonly dataFolder: string;
  /** `ROADBOOK_JWKS`, `ROADBOOK_ISSUER`, `ROADBOOK_AUDIENCE`. */
  readonly identity: IdentitySource;
  /** `EVENTSTOREDB_URL`, `KAFKA_BROKERS` and what belongs to them. */
  readonly engines: EngineSettings;
  /** `ROADBOOK_DEPLOYMENT_DEADLINE_MINUTES`: a claimed deployment must be reported by then. */
  readonly deploymentDeadlineMinutes: number;
  /** `ROADBOOK_VERIFICATION_DEADLINE_MINUTES`: every required check must have passed by then. */
  readonly verificationDeadlineMinutes: number;
  /**
   * `ROADBOOK_TRUST_BUS`: whether gates and deployment reports are taken that came by a broker, where nobody knows who published them.
   */
  readonly trustBus: boolean;
  /** `ROADBOOK_LOG_LEVEL`. */
  readonly logLevel: LogLevel;
  /** `ROADBOOK_LOG_FORMAT`; unless set, a terminal gets text and everything else JSON lines. */
  readonly logFormat: LogFormat | undefined;
  /** What whoever starts the service has to know. Say each loudly. */
  readonly notices: readonly string[];
}

const weekMinutes = 7 * 24 * 60;

/** @throws ConfigurationError that lists everything that is wrong and what to set instead */
export function readConfiguration(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Configuration {
  const environment = new Environment(variables);
  const minutes = (name: string, fallback: number) =>
    environment.integer(name, { fallback, min: 1, max: weekMinutes });
  const host = environment.text('HOST') ?? '127.0.0.1';
  const identity = readIdentitySource(environment, host);
  const engines = readEngines(environment, identity.mode === 'development');
  const settings = {
    host,
    port: environment.integer('PORT', { fallback: 3000, min: 0, max: 65_535 }),
    dataFolder: resolve(environment.text('ROADBOOK_DATA') ?? 'data'),
    identity,
    engines,
    ...readKeys(environment, engines),
    deploymentDeadlineMinutes: minutes('ROADBOOK_DEPLOYMENT_DEADLINE_MINUTES', 60),
    verificationDeadlineMinutes: minutes('ROADBOOK_VERIFICATION_DEADLINE_MINUTES', 15),
    trustBus: environment.choice('ROADBOOK_TRUST_BUS', ['true', 'false']) === 'true',
    logLevel: environment.choice('ROADBOOK_LOG_LEVEL', logLevels) ?? 'info',
    logFormat: environment.choice('ROADBOOK_LOG_FORMAT', logFormats),
  };
  environment.settle();
  return { ...settings, notices: noticesOf(settings, environment) };
}

/** What trusting the bus means, as a sentence for the start and for health. */
export const busIsTrusted =
  'ROADBOOK_TRUST_BUS is on: whoever can publish to the broker can report gates and deployments, in the name of any role';

/** With the names that look like ours and are read by nobody: whoever misspells both servers gets files instead of them. */
const ownPrefixes = ['ROADBOOK_', 'KAFKA_', 'EVENTSTORE', 'KURRENT'];

function noticesOf(
  settings: { identity: IdentitySource; engines: EngineSettings; trustBus: boolean },
  environment: Environment,
): string[] {
  const { identity, engines, trustBus } = settings;
  const notices = ownPrefixes
    .flatMap((prefix) => environment.unknown(prefix))
    .filter((name) => name !== 'ROADBOOK_URL')
    .map((name) => `${name} is set, but nothing reads it: is it misspelt?`);
  if (identity.mode === 'development') {
    notices.push(
      'DEVELOPMENT MODE: tokens are verified by a key that lies in the data folder; for anything but trying out set ROADBOOK_JWKS',
    );
  } else if (identity.keySet.startsWith('http:')) {
    notices.push(
      'ROADBOOK_JWKS is fetched without TLS: whoever can change that traffic can be anybody',
    );
  }
  if (engines.mode === 'servers' && !engines.kafka.tls) {
    notices.push(
      'KAFKA_TLS is off: whoever can change that traffic can say anything in the name of Roadbook',
    );
  }
  if (trustBus) notices.push(busIsTrusted);
  return notices;
}
