import { parseArgs } from 'node:util';

export interface DemoArguments {
  /** The NDJSON file of a real history; the four short stories without one. */
  readonly history?: string;
  readonly project?: string;
  /** Ends with one line of JSON. */
  readonly json: boolean;
}

export const usage = `Drives a Roadbook service through its public API, as CI jobs and role holders would.

  npm run demo                          a normal release, a hotfix, a failed gate, a rollback
  npm run demo -- --history FILE        every release of an NDJSON file, all the way to production

  --project NAME   the project; by default a new one, or the name of the file
  --json           ends with one line of JSON

The service is the one at ROADBOOK_URL, else the one on the local PORT, else a temporary one.
`;

/** @throws Error with what is wrong about the arguments */
export function readArguments(): DemoArguments {
  const { values } = parseArgs({
    options: {
      history: { type: 'string' },
      project: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return { history: values.history, project: values.project, json: values.json };
}
