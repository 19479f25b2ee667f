import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.js';
import type { EngineSettings } from './engines.js';
import type { Environment } from './environment.js';
import { keyFile } from './secret-file.js';

/** Keys of 32 bytes as 64 hexadecimal digits. Those that are absent are made in the data folder, which replicas do not share. */
export interface Keys {
  /** `ROADBOOK_ACTOR_KEY`: of the ids of actors. */
  readonly actorKey: string | undefined;
  /** `ROADBOOK_SETTINGS_KEY`: of the digests of secret settings. */
  readonly settingsKey: string | undefined;
  /** `ROADBOOK_MARKS_KEY`: of the marks from which readers of topics go on. */
  readonly marksKey: string | undefined;
  /** `ROADBOOK_BUS_KEY`: of the seals by which services know each other's messages on a broker; files need none. */
  readonly busKey: string | undefined;
}

const variables = {
  actorKey: 'ROADBOOK_ACTOR_KEY',
  settingsKey: 'ROADBOOK_SETTINGS_KEY',
  marksKey: 'ROADBOOK_MARKS_KEY',
  busKey: 'ROADBOOK_BUS_KEY',
} as const;

const shape = /^[0-9a-f]{64}$/i;

/** What those are called that are made in the data folder. */
const files = {
  actorKey: 'actor.key',
  settingsKey: 'settings.key',
  marksKey: 'marks.key',
} as const;

export type KeptKey = keyof typeof files;

/**
 * A key as it was set, or else the one that is kept in the data folder, made where there is none; the folder must exist.
 * @param restedOn whether something on record rests on it: then another one is never made in its place
 * @throws ConfigurationError when such a key is gone, or its file holds something else
 */
export function keptKey(
  name: KeptKey,
  settings: Partial<Keys> & { readonly dataFolder: string },
  restedOn = false,
): string {
  const path = join(settings.dataFolder, files[name]);
  const refuse = (what: string): never => {
    throw new ConfigurationError([
      `${path} ${what}: put it back, or set ${variables[name]} to the key that was in it`,
    ]);
  };
  const isMissing = () => refuse('is missing, and the events on record rest on it');
  const key = settings[name] ?? keyFile(path, restedOn ? isMissing : undefined);
  return shape.test(key) ? key : refuse('holds no key, which is 64 hexadecimal digits');
}

/** Refuses servers without keys: each replica would make its own, and one person would be recorded as several. */
export function readKeys(environment: Environment, { mode }: EngineSettings): Keys {
  const keys = Object.fromEntries(
    Object.entries(variables).map(([key, name]) => [key, readKey(environment, name)]),
  ) as unknown as Keys;
  const missing = Object.values(variables).filter((name) => environment.text(name) === undefined);
  if (mode === 'servers' && missing.length > 0)
    environment.refuse(
      `${missing.join(', ')}: missing; all replicas and services need the same ones, of 64 hexadecimal digits each: openssl rand -hex 32`,
    );
  return keys;
}

function readKey(environment: Environment, name: string): string | undefined {
  const key = environment.text(name);
  if (key !== undefined && !shape.test(key)) {
    environment.refuse(`${name} must be 32 bytes as 64 hexadecimal digits`);
  }
  return key;
}
