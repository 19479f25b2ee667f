// Who may import whom. Each rule has a fixture that breaks it, in test/architecture/fixtures/<rule>/; the paths of
// the rules match there as they match at the top.
const top = '(?:^|/)';
const app = `${top}apps/([^/]+)/src/`;
const sameApp = `${top}apps/$1/src/`;
const lib = `${top}libs/[^/]+/src/`;
const production = `${top}(?:apps|libs|together|demo)/`;

const spec = '\\.(?:spec|fixture)\\.ts$';
const contractSuite = `${lib}contract/`;
const adapter = `${lib}(?:embedded|eventstoredb|kafka|memory|servers)/`;
const double = `${lib}[^/]+-double/`;
const libDoors = [`${lib}index\\.ts$`, `${lib}[^/]+/index\\.ts$`];

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What each room of an app may import of the same app, so that what happens flows one way. */
const rooms = {
  api: ['commands', 'queries', 'documents', 'domain'],
  inbox: ['commands', 'domain'],
  commands: ['domain'],
  reactions: ['commands', 'projections', 'domain'],
  projections: ['domain'],
  queries: ['projections', 'domain'],
  documents: ['projections', 'queries', 'domain'],
  outbox: ['domain'],
};

const roomRules = Object.entries(rooms).map(([room, others]) =>
  rule(
    `room-${room}`,
    `${room}/ imports of its app only ${others.map((other) => `${other}/`).join(', ')}`,
    { path: `${app}${room}/`, pathNot: spec },
    { path: sameApp, pathNot: `${sameApp}(?:${[room, ...others].join('|')})/` },
  ),
);

/** The only folders in which a vendor's client, or what wraps it, is imported, so that it can be replaced there. */
const vendors = [
  {
    vendor: 'sqlite',
    client: '@photostructure/sqlite',
    wrapper: 'libs/sqlite/src',
    folders: [
      'libs/event-store/src/embedded',
      'libs/http/src/embedded',
      'libs/messaging/src/embedded',
      'libs/read-model/src/embedded',
      'libs/service/src/embedded',
      'libs/sqlite/src',
      'bench',
    ],
  },
  { vendor: 'kafka', client: 'kafkajs', folders: ['libs/messaging/src/kafka', 'bench'] },
  {
    vendor: 'eventstoredb',
    client: '@eventstore/db-client',
    folders: ['libs/event-store/src/eventstoredb', 'libs/event-store/src/eventstoredb-double'],
  },
  { vendor: 'jose', client: 'jose', folders: ['libs/http/src/identity'] },
  { vendor: 'pino', client: 'pino', folders: ['libs/process/src'] },
];

const vendorRules = vendors.map(({ vendor, client, wrapper, folders }) =>
  rule(
    `vendor-${vendor}`,
    `${client} is imported only in ${folders.join(', ')}`,
    {
      path: `${top}(?:apps|libs|together|demo|bench|scripts)/`,
      pathNot: `${top}(?:${folders.join('|')})/`,
    },
    { path: [`(?:^|node_modules/)${client}(?:/|$)`, ...(wrapper ? [`${top}${wrapper}/`] : [])] },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-circle',
      'what imports each other is one thing, or cut at the wrong place',
      {},
      { circular: true },
    ),
    rule(
      'app-imports-no-app',
      'apps meet in messages and libraries only',
      { path: app },
      { path: `${top}apps/(?!$1/)` },
    ),
    rule(
      'lib-imports-no-app',
      'a library serves every app and knows none',
      { path: lib },
      { path: `${top}apps/` },
    ),
    rule(
      'demo-uses-the-api',
      'the demo does what anybody can do from outside',
      { path: `${top}demo/` },
      { path: `${top}apps/` },
    ),
    rule(
      'domain-imports-decider-only',
      'a domain is pure: its own files and the kernel, no package, nothing of Node',
      { path: `${app}domain/`, pathNot: spec },
      { pathNot: [`${sameApp}domain/`, `${top}libs/decider/src/index\\.ts$`] },
    ),
    rule(
      'decider-imports-nothing',
      'the kernel stands alone',
      { path: `${top}libs/decider/`, pathNot: spec },
      { pathNot: `${top}libs/decider/` },
    ),
    ...roomRules,
    rule(
      'adapter-chosen-in-module',
      'ports and adapters are seen together only where an app is put together',
      {
        path: `${top}(?:apps|libs|together|demo|scripts)/`,
        pathNot: [spec, adapter, '\\.module\\.ts$', `${lib}tools/`],
      },
      { path: adapter },
    ),
    rule(
      'lib-entered-by-its-door',
      'from outside, a library is its index, or the index of one of its folders',
      { path: `${top}(?:apps|together|demo|bench|scripts)/` },
      { path: lib, pathNot: libDoors },
    ),
    rule(
      'lib-enters-lib-by-its-door',
      'for another library too, a library is its index, or the index of one of its folders',
      { path: `${top}libs/([^/]+)/` },
      { path: `${top}libs/(?!$1/)[^/]+/src/`, pathNot: libDoors },
    ),
    ...vendorRules,
    rule(
      'production-needs-no-dev-package',
      'what runs in production is installed there: a listed dependency, not one for development',
      { path: production, pathNot: [spec, contractSuite, double] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'doubles-are-for-tests',
      'nothing that runs in production reaches what stands in for a server',
      { path: production, pathNot: [spec, contractSuite, double] },
      { path: double },
    ),
    rule(
      'specs-are-for-tests',
      'nothing that runs imports a spec, its fixture or a contract suite',
      { path: `${top}(?:apps|libs|together|demo|bench|scripts)/`, pathNot: [spec, contractSuite] },
      { path: [spec, contractSuite] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
