import { isLoopback } from './loopback.js';
import type { Environment } from './environment.js';

/** Issuer of the tokens that the development key set signs. */
export const developmentIssuer = 'urn:roadbook:development';

/** The audience that a token must name unless another one is configured. */
export const identityAudience = 'roadbook';

/**
 * Where the keys come from by which tokens are verified. In development mode they are made and kept in the
 * data folder, and whoever can read that folder can be anybody; so it exists on loopback only.
 */
export type IdentitySource =
  | { readonly mode: 'development'; readonly issuer: string; readonly audience: string }
  | {
      readonly mode: 'key-set';
      /** A file, or an address that begins with `http:` or `https:`. */
      readonly keySet: string;
      readonly issuer: string;
      readonly audience: string;
    };

export function readIdentitySource(environment: Environment, host: string): IdentitySource {
  const keySet = environment.text('ROADBOOK_JWKS');
  const issuer = environment.text('ROADBOOK_ISSUER');
  const audience = environment.text('ROADBOOK_AUDIENCE');
  if (keySet !== undefined) {
    if (issuer === undefined) {
      environment.refuse(
        'ROADBOOK_ISSUER is missing: with ROADBOOK_JWKS, set it to the issuer (iss) of the tokens',
      );
    }
    return {
      mode: 'key-set',
      keySet,
      issuer: issuer ?? '',
      audience: audience ?? identityAudience,
    };
  }
  if (issuer !== undefined || audience !== undefined) {
    environment.refuse(
      'ROADBOOK_ISSUER and ROADBOOK_AUDIENCE mean nothing without a key set: set ROADBOOK_JWKS to its file or address',
    );
  }
  if (!isLoopback(host)) {
    environment.refuse(
      'HOST is not loopback, and without ROADBOOK_JWKS this is development mode, where anybody with the data folder can be anybody: set ROADBOOK_JWKS to the key set of your identity provider, or HOST to 127.0.0.1',
    );
  }
  return { mode: 'development', issuer: developmentIssuer, audience: identityAudience };
}
