import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as der from './der.js';

/** A certificate with its key, as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const bits = 2048;
const years = 10;
const dayMs = 24 * 60 * 60 * 1000;

const ids = {
  rsaSha256: '1.2.840.113549.1.1.11',
  commonName: '2.5.4.3',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  alternativeNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
};

interface Party {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * A certificate authority (RFC 5280, RSA keys, because the servers load no others) that lives as long as this object: its key is kept
 * nowhere, so that nobody can issue another certificate afterwards.
 */
export class Authority {
  private readonly itself = party('Roadbook');
  /** As PEM: what is trusted by whoever knows it. */
  readonly certificate: string;

  constructor(private readonly now: Date) {
    this.certificate = this.certify(this.itself, [
      extension(ids.basicConstraints, der.sequence(der.yes, der.integer(Buffer.from([0]))), true),
      // Signs certificates and lists of revoked ones.
      extension(ids.keyUsage, der.bitString(Buffer.from([0b0000_0110]), 1), true),
    ]);
  }

  /** For a server or client. @param hosts names by which it is reached, the first one its own */
  issue(...hosts: readonly [string, ...string[]]): Certified {
    const holder = party(hosts[0]);
    const names = hosts.map((host) => der.implicit(2, Buffer.from(host)));
    const certificate = this.certify(holder, [
      extension(ids.basicConstraints, der.sequence(), true),
      // Signs, and enciphers keys.
      extension(ids.keyUsage, der.bitString(Buffer.from([0b1010_0000]), 5), true),
      extension(
        ids.extendedKeyUsage,
        der.sequence(
          der.objectIdentifier(ids.serverAuthentication),
          der.objectIdentifier(ids.clientAuthentication),
        ),
      ),
      extension(ids.alternativeNames, der.sequence(...names)),
    ]);
    const key = holder.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { certificate, key };
  }

  private certify({ name, publicKey }: Party, extensions: readonly Buffer[]): string {
    const algorithm = der.sequence(
      der.objectIdentifier(ids.rsaSha256),
      Buffer.from([0x05, 0x00]), // no parameters
    );
    const toSign = der.sequence(
      der.explicit(0, der.integer(Buffer.from([2]))), // version 3
      der.integer(serialNumber()),
      algorithm,
      named(this.itself.name),
      this.validity(),
      named(name),
      publicKey.export({ type: 'spki', format: 'der' }),
      der.explicit(3, der.sequence(...extensions, ...this.keys(publicKey))),
    );
    const signature = sign('sha256', toSign, this.itself.privateKey);
    return pem(der.sequence(toSign, algorithm, der.bitString(signature)));
  }

  /** By which keys the chain is built where names are alike. */
  private keys(publicKey: KeyObject): Buffer[] {
    const authority = der.implicit(0, fingerprint(this.itself.publicKey));
    return [
      extension(ids.subjectKey, der.octetString(fingerprint(publicKey))),
      extension(ids.authorityKey, der.sequence(authority)),
    ];
  }

  /** From the day before, for clocks that are behind. */
  private validity(): Buffer {
    const from = new Date(this.now.getTime() - dayMs);
    const until = new Date(this.now);
    until.setUTCFullYear(until.getUTCFullYear() + years);
    return der.sequence(der.time(from), der.time(until));
  }
}

const party = (name: string): Party => ({
  name,
  ...generateKeyPairSync('rsa', { modulusLength: bits }),
});

const named = (name: string): Buffer =>
  der.sequence(der.set(der.sequence(der.objectIdentifier(ids.commonName), der.utf8String(name))));

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  der.sequence(der.objectIdentifier(id), ...(critical ? [der.yes] : []), der.octetString(value));

/** Positive, and of full length. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

/** RFC 5280, section 4.2.1.2: SHA-1 names a key here, and proves nothing. */
const fingerprint = (publicKey: KeyObject): Buffer =>
  createHash('sha1')
    .update(publicKey.export({ type: 'pkcs1', format: 'der' }))
    .digest();

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
