/** What a request may be. Everything larger is refused before it is looked at. */
export const requestLimits = {
  bodyBytesMax: 1024 * 1024,
  /** How deep objects and lists may be nested in a body. */
  depthMax: 32,
  pathParameterCharactersMax: 200,
  /** From the first byte of a request to its last. */
  receiveWithinMs: 30_000,
  /** Longer than the idle time of common load balancers, so that they close first. */
  idleConnectionMs: 72_000,
} as const;
