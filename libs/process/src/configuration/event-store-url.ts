const grammar =
  /^(?:esdb|kurrentdb|kurrent)(?:\+discover)?:\/\/(?:(?<user>[^:@/]+):(?<password>[^:@/]+)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<query>[^@]*))?$/;
const host = /^[\w.-]+(?::(?<port>\d{1,5}))?$/;
const portMax = 65_535;

const bool = { form: /^(?:true|false)$/, words: 'true or false' };
const whole = { form: /^-?\d{1,9}$/, words: 'a whole number' };
const preference = {
  ...{ form: /^(?:leader|follower|random|read_?only_?replica)$/i },
  words: 'leader, follower, random or readOnlyReplica',
};
const any = { form: /./, words: 'a value, with %25 for %,' };

/** Everything that the client of the event store knows; what it doesn't, it prints with the password. */
const switches: Readonly<Record<string, { readonly form: RegExp; readonly words: string }>> = {
  ...{ tls: bool, tlsVerifyCert: bool, throwOnAppendFailure: bool },
  ...{ maxDiscoverAttempts: whole, discoveryInterval: whole, gossipTimeout: whole },
  ...{ defaultDeadline: whole, keepAliveInterval: whole, keepAliveTimeout: whole },
  ...{ nodePreference: preference, connectionName: any },
  ...{ tlsCAFile: any, userCertFile: any, userKeyFile: any },
};
const flat = (name: string): string => name.trim().toLowerCase().replaceAll(/[_-]/g, '');
const known = new Map(
  Object.entries(switches).map(([name, taken]) => [flat(name), { name, ...taken }]),
);

/** What is wrong with the connection string of an event store, a sentence each, in which nothing of a password stands. */
export function problemsOfEventStoreUrl(url: string, development: boolean): string[] {
  const { user, password, hosts, query } = grammar.exec(url.trim())?.groups ?? {};
  if (hosts === undefined)
    return ['must be like esdb://user:password@host:2113, with %40 for @, %3A for : and %2F for /'];
  const problems = hosts.split(',').flatMap(problemsOfHost);
  if (!isReadable(user) || !isReadable(password))
    problems.push('has a % in user or password that begins no escape: write %25 for %');
  for (const pair of query?.split('&') ?? []) problems.push(...problemsOfSwitch(pair, development));
  return problems;
}

function problemsOfHost(address: string): string[] {
  const found = host.exec(address);
  if (!found) return ['must name hosts as host:port, several with commas between them'];
  return isPort(found.groups?.port) ? [] : [`has a port that is not from 1 to ${portMax}`];
}

/** Whether it can be the port of a server; no port is the usual one. */
export const isPort = (port: string | undefined): boolean =>
  port === undefined || (Number(port) >= 1 && Number(port) <= portMax);

function problemsOfSwitch(pair: string, development: boolean): string[] {
  const [raw = '', ...rest] = pair.split('=');
  const value = rest.join('=').trim();
  const asked = known.get(flat(raw));
  if (!asked)
    return ['has a switch that is not known: there are ' + Object.keys(switches).join(', ')];
  const { name, form, words } = asked;
  if (!form.test(value) || !isReadable(value)) return [`must have ${words} for ${name}`];
  if (name === 'tlsVerifyCert' && value === 'false' && !development)
    return [
      'must not have tlsVerifyCert=false outside development: name the authority of its certificate with tlsCAFile',
    ];
  return [];
}

function isReadable(escaped = ''): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}
