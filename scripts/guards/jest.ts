import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Spec files that are run with one condition removed, or with none. */
export interface Project {
  readonly name: string;
  readonly files: readonly string[];
  readonly removed?: string;
  /** Where to note which conditions were missing in which file. */
  readonly notes?: string;
}

/** What a file came to in a project. */
export interface Ran {
  readonly project: string;
  readonly file: string;
  /** Full names of the tests that failed. */
  readonly failed: readonly string[];
  /** Why the file could not run at all. */
  readonly broken?: string;
}

interface Config {
  readonly moduleNameMapper: Readonly<Record<string, string>>;
  readonly transform: unknown;
  readonly extensionsToTreatAsEsm: unknown;
}

/** Runs all projects in one jest, which starts once and uses every core. */
export async function runProjects(
  root: string,
  folder: string,
  projects: readonly Project[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran[]> {
  // Without projects, jest would look for tests by itself.
  if (projects.length === 0) return [];
  const { default: usual } = (await import(pathToFileURL(join(root, 'jest.config.js')).href)) as {
    default: Config;
  };
  const config = join(folder, 'jest.config.json');
  await writeFile(
    config,
    JSON.stringify({
      rootDir: root,
      reporters: [join(root, 'scripts/guards/failure-reporter.mjs')],
      maxWorkers: '100%',
      // What a file leaves behind in memory goes with its worker.
      workerIdleMemoryLimit: '512MB',
      projects: projects.map((project) => configured(root, usual, project)),
    }),
  );
  const jest = spawn(
    process.execPath,
    ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), '-c', config],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  const ran: Ran[] = [];
  jest.on('message', (message) => ran.push(message as Ran));
  await once(jest, 'close');
  return ran;
}

const configured = (root: string, usual: Config, { name, files, removed, notes }: Project) => ({
  rootDir: root,
  displayName: name,
  testMatch: files.map((file) => join(root, file)),
  roots: ['<rootDir>/apps', '<rootDir>/test/properties'],
  globals: { guards: { removed, notes } },
  transform: usual.transform,
  extensionsToTreatAsEsm: usual.extensionsToTreatAsEsm,
  moduleNameMapper: {
    '^@roadbook/decider$': '<rootDir>/test/guards/decider.ts',
    ...usual.moduleNameMapper,
  },
});
