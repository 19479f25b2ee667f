import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keySetFor } from '@roadbook/http';
import { hosts } from './secrets.js';
import type { Secrets } from './secrets.js';

/** Whose folder is handed what. Nobody gets what another one needs. */
type Party = 'services' | 'store' | 'broker';

type Files = Readonly<Record<string, string>>;

/**
 * The files of each, by name: everything in them follows from the secrets.
 * @param servicesFolder where the services find theirs; their settings name files in it
 */
export function handedOut(secrets: Secrets, servicesFolder: string): Record<Party, Files> {
  const { authority, store, broker, services } = secrets.certificates;
  return {
    services: {
      'roadbook.env': settings(secrets, servicesFolder),
      'jwks.json': JSON.stringify(keySetFor(secrets.signingKey)),
      'ca.crt': authority,
      'services.crt': services.certificate,
      'services.key': services.key,
    },
    // The server trusts whatever certificate it finds in the folder of the trusted ones.
    store: { 'trusted/ca.crt': authority, 'node.crt': store.certificate, 'node.key': store.key },
    broker: { 'trusted.pem': authority, 'broker.pem': `${broker.key}${broker.certificate}` },
  };
}

/** Environment variables of the services that are secret, or name secret files. */
function settings(secrets: Secrets, folder: string): string {
  const variables = {
    EVENTSTOREDB_URL: `esdb://admin:${secrets.storePassword}@${hosts.store}:2113?tlsCAFile=${folder}/ca.crt`,
    KAFKA_TLS: 'true',
    KAFKA_CA_FILE: `${folder}/ca.crt`,
    KAFKA_CERT_FILE: `${folder}/services.crt`,
    KAFKA_KEY_FILE: `${folder}/services.key`,
    ROADBOOK_JWKS: `${folder}/jwks.json`,
    ROADBOOK_ACTOR_KEY: secrets.actorKey,
    ROADBOOK_SETTINGS_KEY: secrets.settingsKey,
    ROADBOOK_MARKS_KEY: secrets.marksKey,
    ROADBOOK_BUS_KEY: secrets.busKey,
  };
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Writes into a folder what is missing or different, for its owner only. Whoever reads meanwhile sees a whole file. */
export function handOut(files: Files, folder: string): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    renameSync(draft, path);
  }
}
