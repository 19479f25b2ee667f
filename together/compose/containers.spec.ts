import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { hosts } from './secrets.js';

interface Container {
  readonly build?: string;
  readonly image: string;
  readonly user: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly init: boolean;
  readonly read_only: boolean;
  readonly tmpfs: readonly string[];
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly restart: string;
  readonly stop_grace_period?: string;
}

interface File {
  readonly services: Readonly<Record<string, Container>>;
  readonly networks: Readonly<Record<string, { internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { services, networks, volumes } = parse(read('docker-compose.yml'), { merge: true }) as File;
const containers = Object.entries(services);
const named = containers.map(([name]) => name);
const lasting = containers.filter(([, { restart }]) => restart !== 'no');
const namesWhere = (condition: (container: Container) => boolean): string[] =>
  containers.filter(([, container]) => condition(container)).map(([name]) => name);

describe('a container', () => {
  it.each(containers)('%s may do as little as it can', (_, container) => {
    const { init, read_only, tmpfs, cap_drop, security_opt } = container;
    expect({ init, read_only, tmpfs, cap_drop, security_opt }).toStrictEqual({
      ...{ init: true, read_only: true, tmpfs: ['/tmp'] },
      ...{ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
    });
    expect(container.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it.each(containers)('%s is of this repository, or of a version that stays', (_, container) => {
    if (container.build === undefined) expect(container.image).toMatch(/:\d+\.\d+\.\d+/);
    else expect([container.build, container.image]).toStrictEqual(['.', 'roadbook']);
  });

  it.each(lasting)('%s starts again, stops in order and is asked how it is', (_, container) => {
    expect(container.restart).toBe('unless-stopped');
    expect(container.stop_grace_period).toMatch(/^[3-9]\ds$/);
    if (container.build === undefined) expect(container.healthcheck?.test?.[0]).toBe('CMD');
    else expect(container.healthcheck).toBeUndefined();
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK .+\n +CMD \["node", /m);
  });

  it('starts a file that is there', () => {
    const started = containers.flatMap(([, { entrypoint = [], command = [] }]) =>
      [...entrypoint, ...command].filter((word) => word.startsWith('dist/')),
    );
    expect(started).toHaveLength(6);
    for (const file of started)
      expect([file, existsSync(join(root, file.slice(5).replace(/js$/, 'ts')))]).toStrictEqual([
        file,
        true,
      ]);
  });
});

describe('the image', () => {
  const lines = (path: string) => read(path).split('\n');

  it('is of a version that stays', () => {
    const from = lines('Dockerfile').flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(from).toHaveLength(2);
    for (const image of from) expect(image).toMatch(/:\d+\.\d+\.\d+/);
    expect(new Set(from).size).toBe(1);
  });

  it('has nothing that only tests and trials need', () => {
    expect(lines('.dockerignore')).toEqual(
      expect.arrayContaining([
        ...['test', 'bench', 'demo', '**/*.spec.ts', '**/*.fixture.ts'],
        ...['libs/*/src/contract', 'libs/*/src/*-double', 'scripts/event-store-double.ts'],
      ]),
    );
  });

  it('runs beside the store that tests run on', () => {
    expect(read('libs/event-store/src/eventstoredb/server.fixture.ts')).toContain(
      `'${services.eventstoredb?.image ?? ''}'`,
    );
  });
});

describe('the containers together', () => {
  it('are reached from this machine only, through the one in front', () => {
    expect(namesWhere(({ ports }) => ports !== undefined)).toStrictEqual(['front']);
    expect(services.front?.ports).toStrictEqual(['127.0.0.1:${PORT:-3000}:8080']);
  });

  it('reach nothing outside', () => {
    expect(networks.inside).toStrictEqual({ internal: true });
    const away = namesWhere(({ networks: of }) => of?.some((one) => one !== 'inside') ?? false);
    expect(away).toStrictEqual(['front']);
    const nowhere = namesWhere(({ network_mode: mode }) => mode === 'none');
    expect(nowhere).toStrictEqual(['keys', 'token']);
    expect(namesWhere(({ networks: of, network_mode: mode }) => !of && !mode)).toStrictEqual([]);
  });

  it('know each other by the names in their certificates', () => {
    for (const host of Object.values(hosts)) expect(named).toContain(host);
  });

  it('see of what is secret only their own, and change none of it', () => {
    const withVolume = (name: string) =>
      namesWhere(({ volumes: of = [] }) => of.some((one) => one.startsWith(`${name}:`)));
    const roadbook = ['release', 'environment', 'knowledge-base'];
    expect(withVolume('secrets')).toStrictEqual(['keys', 'token']);
    expect(withVolume('services')).toStrictEqual([...roadbook, 'keys', 'store-passwords']);
    expect(withVolume('store')).toStrictEqual(['keys', 'eventstoredb']);
    expect(withVolume('broker')).toStrictEqual(['keys', 'kafka']);
    const secret = /^(?:secrets|services|store|broker):\/keys\/\w+$/;
    expect(namesWhere(({ volumes: of = [] }) => of.some((one) => secret.test(one)))).toStrictEqual([
      'keys',
    ]);
  });

  it('keep what has to last in volumes with a name', () => {
    const mounted = containers.flatMap(([, { volumes: of = [] }]) => of);
    const used = mounted.map((one) => one.split(':')[0]!).filter((one) => !one.startsWith('.'));
    expect([...new Set(used)].sort()).toStrictEqual(Object.keys(volumes).sort());
  });
});
