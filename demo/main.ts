import { createHash, randomUUID } from 'node:crypto';
import { readArguments, usage } from './arguments.js';
import type { DemoArguments } from './arguments.js';
import { Client, Refused, ServiceWentAway } from './client.js';
import { findService } from './find-service.js';
import { readHistory } from './history-file.js';
import { walkHistory } from './history.js';
import { People } from './people.js';
import { Project } from './project.js';
import { tellStories } from './stories.js';

/** With `--json` standard output belongs to the last line. */
const sayOn =
  ({ json }: DemoArguments) =>
  (line: string): void => {
    (json ? process.stderr : process.stdout).write(`${line}\n`);
  };

async function run(wanted: DemoArguments): Promise<void> {
  const say = sayOn(wanted);
  const history = wanted.history === undefined ? undefined : readHistory(wanted.history);
  const service = await findService();
  say(`driving ${service.url}${service.temporary ? ', a temporary service' : ''}`);
  const people = new People(service.dataFolder);
  const seed = history?.digest ?? randomUUID();
  const name =
    wanted.project ??
    history?.project ??
    `demo-${createHash('sha1').update(seed).digest('hex').slice(0, 8)}`;
  const project = new Project(new Client(service.url), people, name, seed);
  try {
    const result = history
      ? await walkHistory(project, history, say)
      : await tellStories(project, say);
    say(
      `${String(result.inProduction)} of ${String(result.releases)} releases of ${name} reached production in ${String(result.seconds)} s: ${String(result.events)} events`,
    );
    if (wanted.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    // The stories have a release in them that has to be refused.
    if (history && result.refused > 0) process.exitCode = 1;
  } finally {
    await service.stop();
  }
}

function explained(error: unknown): string {
  if (error instanceof Refused && error.status === 401)
    return `${error.message}: the demo signs its tokens with the key in ROADBOOK_DATA; set it to the data folder of that service, which has to run in development mode`;
  if (error instanceof Refused) return `refused with ${String(error.status)}: ${error.message}`;
  if (error instanceof ServiceWentAway) return `the service went away: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  await run(readArguments());
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  if (error instanceof TypeError && 'code' in error) process.stderr.write(`\n${usage}`);
  process.exitCode = 1;
}
