import { existsSync } from 'node:fs';

const folders = ['apps', 'libs', 'together', 'demo', 'bench', 'scripts', 'test'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: folders.filter((folder) => existsSync(folder)).map((folder) => `<rootDir>/${folder}`),
  // Servers that specs run against are started by the first that needs them, and end with the run.
  globalSetup: '<rootDir>/test/engines/setup.mjs',
  globalTeardown: '<rootDir>/test/engines/teardown.mjs',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/fixtures/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          keepClassNames: true,
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@roadbook/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@roadbook/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
  // Longer than anything takes on a busy machine: no test is about time.
  testTimeout: 60_000,
  coverageProvider: 'v8',
  workerIdleMemoryLimit: '512MB',
};
