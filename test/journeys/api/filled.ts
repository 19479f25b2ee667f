import type { StoredEvent } from '@roadbook/event-store';
import { CalledFor } from '../../../together/entries/called-for.js';
import { accepted, read } from './asking.js';
import { eventually } from './eventually.js';
import { guarded } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { Release } from './release.js';
import type { Environment } from './release.js';
import type { Service } from './service.js';
import { projectPath, shop } from './shop.js';

/** The oldest first. */
export const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'];

/** The least that a list has to have so that its pages can be told apart. */
export const itemsMin = 3;

/** What a role is told, each role in a list of its own. */
export const inboxOfCio = `${projectPath}/notifications?role=cio`;

const titles = ['One', 'Two', 'Three'];
const settingNames = ['cache.size', 'mail.host', 'queue.length'];
/** Definitions of the pipeline, by the digit that they consist of. */
const announced = ['1', '2', '3'];
const found = ['b', 'c', 'd'];

/** A project of which every list of every service has items, of releases as of environments and of knowledge. */
export async function filled(service: Service): Promise<void> {
  await shop(service);
  for (const project of ['bakery', 'chandlery'])
    await given(service, 'registerProject', { project, name: project });
  await releasesUnderWay(service);
  await environmentsChanged(service);
  await pipelineChanged(service);
  for (const title of ['One', 'Two', 'Three'])
    await given(service, 'recordEntry', { title, supersedes: undefined });
  await everythingIsTold(service);
}

/** The example of a command, with what is said otherwise, by the first role that may. */
async function given(service: Service, id: string, otherwise: object = {}, parts = {}) {
  const operation = guarded.find((one) => one.id === id);
  if (!operation) throw new Error(`there is no ${id}`);
  const { occurredAt: _, ...example } = exampleBody(operation);
  return accepted(service, {
    method: operation.method,
    path: addressOf(operation, { project: 'shop', ...parts }),
    as: operation.roles?.[0],
    body: { ...example, ...otherwise },
  });
}

/** The first three on their way to one environment each, and the last refused whatever it asks for. */
async function releasesUnderWay(service: Service): Promise<void> {
  const releases = versions.map((version) => new Release(service, version));
  const goals = ['staging', 'qa', 'dev'] as const;
  for (const [index, release] of releases.entries()) {
    const goal = goals[index];
    if (goal) await underWay(release, goal);
    else await release.plan();
  }
  for (const environment of ['production', 'staging', 'dev'])
    await releases.at(-1)?.refused('cio', 'deployments', { environment });
}

async function underWay(release: Release, goal: Environment): Promise<void> {
  await release.prepare();
  const before = ['dev', 'qa', 'staging'] as const;
  for (const environment of before.slice(
    0,
    before.findIndex((one) => one === goal),
  ))
    await release.promote(environment);
  const { deployment } = await release.post('cio', 'deployments', { environment: goal });
  await release.post('deployer', `deployments/${deployment}/claim`);
}

const drifting = (environment: string) => [
  { setting: 'payment.timeout', value: '30s' },
  ...settingNames.map((setting) => ({ setting, value: environment })),
];

/** Staging and qa drift from the others, and from each other. */
async function environmentsChanged(service: Service): Promise<void> {
  for (const environment of ['staging', 'qa'])
    await given(
      service,
      'reportConfiguration',
      { settings: drifting(environment) },
      { environment },
    );
  for (const setting of settingNames) {
    const settings = [{ setting, value: 'as it should be' }];
    await given(service, 'proposeConfigurationChange', { settings });
  }
}

/** Changes that were announced, and others that were found in place. */
async function pipelineChanged(service: Service): Promise<void> {
  for (const digit of announced)
    await given(service, 'annotatePipelineChange', { announced: digit.repeat(64) });
  for (const digit of found)
    await given(service, 'reportPipelineDefinition', { definition: digit.repeat(64) });
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

async function everyItem<Item>(service: Service, list: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = '', from = ''; cursor !== null; from = `&cursor=${cursor}`) {
    const page: Page<Item> = await read(service, `${list}limit=200${from}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** What follows by itself: entries from what happened, and what roles hear of violations and of what was found in place. */
async function everythingIsTold(service: Service): Promise<void> {
  const calledFor = new CalledFor();
  for (const [name, list] of Object.entries({
    release: '/v1/events?project=shop&',
    environment: '/v1/environment-events?project=shop&',
  }))
    for (const event of await everyItem<StoredEvent>(service, list)) calledFor.take(name, event);
  const entries = calledFor.all.length + titles.length;
  const violations = await everyItem(service, `${projectPath}/violations?`);
  const blocks = violations.length + found.length;
  await eventually(async () => {
    const told = await everyItem<{ subject: string }>(service, `${inboxOfCio}&`);
    return (
      told.filter(({ subject }) => /hard rule|is blocked/.test(subject)).length === blocks &&
      (await everyItem(service, `${projectPath}/entries?`)).length === entries
    );
  });
}
