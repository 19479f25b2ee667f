import type { Identity } from './identity.js';

/** Port: says whose a bearer token is. */
export abstract class TokenVerifier {
  /** @throws Problem 401 when the token proves nothing, 503 when that can't be found out now */
  abstract verify(token: string): Identity | Promise<Identity>;
}
