import { join } from 'node:path';
import { signingKeyIn } from '@roadbook/http';
import { keyFile, secretFile } from '@roadbook/process';
import { Authority } from './certificates/authority.js';
import type { Certified } from './certificates/authority.js';

/** Names under which the containers reach each other. */
export const hosts = { store: 'eventstoredb', broker: 'kafka' } as const;

interface Certificates {
  /** Of the authority, whose key is kept nowhere. */
  readonly authority: string;
  readonly store: Certified;
  readonly broker: Certified;
  readonly services: Certified;
}

/**
 * Everything that is made at random, each in a file of its own, once: whatever is there is kept, so that a start that was cut off goes on
 * where it was, and later versions add what they need.
 */
export const secretsIn = (folder: string) => ({
  signingKey: signingKeyIn(join(folder, 'signing-key.json')),
  actorKey: keyFile(join(folder, 'actor.key')),
  settingsKey: keyFile(join(folder, 'settings.key')),
  marksKey: keyFile(join(folder, 'marks.key')),
  busKey: keyFile(join(folder, 'bus.key')),
  storePassword: keyFile(join(folder, 'store-password')),
  // One file, as each of them is worth nothing without the others.
  certificates: JSON.parse(
    secretFile(join(folder, 'certificates.json'), makeCertificates),
  ) as Certificates,
});

export type Secrets = ReturnType<typeof secretsIn>;

function makeCertificates(): string {
  const authority = new Authority(new Date());
  const certificates: Certificates = {
    authority: authority.certificate,
    store: authority.issue(hosts.store, 'localhost'),
    broker: authority.issue(hosts.broker, 'localhost'),
    services: authority.issue('services'),
  };
  return JSON.stringify(certificates);
}
