import { parseArgs } from 'node:util';
import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { readSigningKey, signDevelopmentToken, signToken } from '@roadbook/http';
import type { TokenHolder } from '@roadbook/http';
import { openDataFolder, readConfiguration } from '@roadbook/process';

const usage = `Prints a token for trying out, signed with the key in ROADBOOK_DATA; a service in development mode accepts it.

  npm run --silent token -- --role cio --project shop

  --role ROLE      several times for several roles: ${roles.filter((role) => role !== 'system').join(', ')}
  --project NAME   limits the token to this project; several times for several projects
  --as NAME        whom it is issued to; by default the name of the first role
  --hours N        how long it is valid, 1 to 720; by default 12
  --key FILE       signs with this key instead, for a service that has it in its ROADBOOK_JWKS
  --issuer NAME    goes with --key: the ROADBOOK_ISSUER of that service
`;

const hoursMax = 720;

interface Asked {
  readonly holder: TokenHolder;
  readonly key: string | undefined;
  readonly issuer: string | undefined;
}

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      role: { type: 'string', multiple: true },
      project: { type: 'string', multiple: true },
      as: { type: 'string' },
      hours: { type: 'string', default: '12' },
      key: { type: 'string' },
      issuer: { type: 'string' },
    },
  });
  const named = (values.role ?? []).map(roleNamed);
  const [first] = named;
  if (first === undefined) throw new Error('name at least one --role');
  const hours = Number(values.hours);
  if (!(hours >= 1 && hours <= hoursMax))
    throw new Error(`--hours takes a number from 1 to ${String(hoursMax)}`);
  const holder = {
    subject: values.as ?? first,
    roles: named,
    projects: values.project,
    expiresInSeconds: Math.round(hours * 3600),
  };
  return { holder, key: values.key, issuer: values.issuer };
}

function roleNamed(name: string): Role {
  const role = roles.find((one) => one === name && one !== 'system');
  if (role === undefined) throw new Error(`there is no role ${name}`);
  return role;
}

function sign({ holder, key, issuer }: Asked): Promise<string> {
  if ((key === undefined) !== (issuer === undefined))
    throw new Error('--key and --issuer belong together: name both, or neither');
  if (key !== undefined && issuer !== undefined)
    return signToken({ ...holder, key: readSigningKey(key), issuer });
  const { dataFolder, identity } = readConfiguration();
  if (identity.mode !== 'development')
    throw new Error('ROADBOOK_JWKS is set: tokens come from your identity provider then');
  openDataFolder(dataFolder);
  return signDevelopmentToken({ ...holder, dataFolder });
}

try {
  process.stdout.write(`${await sign(asked())}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
