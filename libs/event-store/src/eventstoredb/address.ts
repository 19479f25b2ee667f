import { UnsafeStore } from './unsafe-store.js';

/** A user of the server. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface Address {
  /** As the client reads it. */
  readonly url: string;
  /** Absent where the address names none, which only a server without TLS takes. */
  readonly credentials?: Credentials;
}

const form =
  /^(?:esdb|kurrentdb|kurrent)(?<discover>\+discover)?:\/\/(?:(?<user>[^:@/]+):(?<password>[^@/]+)@)?(?<rest>[^@?]+)(?:\?(?<query>.*))?$/;

/** Users that every server has at first, with the password that everybody knows. */
const everybodyKnows = { users: ['admin', 'ops'], password: 'changeit' };

/**
 * Reads the address of an EventStoreDB or KurrentDB. What is refused is said without the password.
 * @throws UnsafeStore outside development: without TLS or a user, or with the password that every server has at first; always: with a
 * switch that makes the client answer wrongly.
 */
export function readAddress(url: string, development: boolean): Address {
  const { discover = '', user, password, rest, query = '' } = form.exec(url.trim())?.groups ?? {};
  if (rest === undefined) {
    throw new UnsafeStore(
      'the address of the event store cannot be read; write it as esdb://user:password@host:2113',
    );
  }
  const switches = switchesOf(query);
  const credentials =
    user !== undefined && password !== undefined
      ? { username: decodeURIComponent(user), password: decodeURIComponent(password) }
      : undefined;
  if (switches.get('throwonappendfailure') === 'false') {
    throw new UnsafeStore(
      'throwOnAppendFailure=false makes the client answer an append that failed; leave it out',
    );
  }
  const plain = switches.get('tls') === 'false';
  if (!development) refuseUnsafe(plain, credentials);
  if (!plain && !credentials) {
    throw new UnsafeStore('an event store with TLS needs a user: esdb://user:password@host:2113');
  }
  const who = user === undefined ? '' : `${user}:${password ?? ''}@`;
  const asked = query === '' ? '' : `?${query}`;
  return { url: `esdb${discover}://${who}${rest}${asked}`, ...(credentials && { credentials }) };
}

function refuseUnsafe(plain: boolean, credentials: Credentials | undefined): void {
  if (plain) {
    throw new UnsafeStore(
      'tls=false sends everything in the clear; outside development the event store needs TLS',
    );
  }
  if (
    credentials?.password === everybodyKnows.password &&
    everybodyKnows.users.includes(credentials.username)
  ) {
    throw new UnsafeStore(
      `${credentials.username} still has the password that every server has at first; change it`,
    );
  }
}

/** Names of switches are compared as the client does: whatever their case, with or without dashes. */
const switchesOf = (query: string): Map<string, string> =>
  new Map(
    query.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name.trim().toLowerCase().replaceAll(/[_-]/g, ''), value.trim()];
    }),
  );
