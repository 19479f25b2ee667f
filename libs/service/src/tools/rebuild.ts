import { existsSync } from 'node:fs';
import { ReadAheadEventStore } from '@roadbook/event-store/embedded';
import { readConfiguration } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { check, rebuild } from '@roadbook/read-model/embedded';
import type { Building } from '@roadbook/read-model/embedded';
import type { Progress } from '@roadbook/read-model';
import { filesOf } from '../files.js';
import type { RowsOfService, RowsOfServices } from '../service.js';
import { inTerminal } from './in-terminal.js';
import { openEvents } from './opened-events.js';
import { optionsOr } from './options.js';
import { tellProgress } from './progress.js';

const usage = `Makes every projection anew from the events, with the services running or not.

  npm run rebuild
  npm run rebuild -- --check    builds beside the served ones, and ends with 1 where they differ

With EVENTSTOREDB_URL and KAFKA_BROKERS set it makes the rows of the replica whose folder ROADBOOK_DATA names, from the events on the server.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

const tell = ({ events, eventsPerSecond, position, head }: Progress): void => {
  tellProgress(
    `${String(events)} events, at ${String(position)} of ${String(head)}, ${String(Math.round(eventsPerSecond))} a second`,
  );
};

const line = (name: string, rows: number, hash: string, note = ''): string =>
  `${name.padEnd(22)} ${String(rows).padStart(8)} rows  ${hash}${note}\n`;

async function checkAll(building: Building): Promise<boolean> {
  const { projections: checked, differ, position } = await check(building);
  for (const { name, served, rebuilt, differences } of checked) {
    process.stdout.write(
      line(
        name,
        rebuilt.rows,
        rebuilt.hash,
        served.hash === rebuilt.hash ? '' : '  DIFFERS from the served one',
      ),
    );
    for (const difference of differences) process.stdout.write(`  ${JSON.stringify(difference)}\n`);
  }
  process.stdout.write(
    `up to position ${String(position)}: ${differ ? 'what is served differs; rebuild it' : 'what is served is what the events say'}\n`,
  );
  return !differ;
}

async function rebuildAll(building: Building): Promise<boolean> {
  const rebuilt = await rebuild(building);
  for (const { name, rows, hash } of rebuilt.projections)
    process.stdout.write(line(name, rows, hash));
  process.stdout.write(`rebuilt up to position ${String(rebuilt.position)}\n`);
  return true;
}

async function make(
  { name, projections }: RowsOfService,
  configuration: Configuration,
  isCheck: boolean,
): Promise<void> {
  say(name);
  const { folder: own, readModel: folder } = filesOf(name, configuration.dataFolder);
  // A replica has the rows of its own service only.
  if (configuration.engines.mode === 'servers' && !existsSync(folder)) {
    say(`there are no rows yet in ${own}`);
    return;
  }
  const events = await openEvents(name, configuration, (path) => ReadAheadEventStore.open(path));
  if (!events) {
    say('there are no events yet');
    return;
  }
  const building = { folder, events: events.store, projections, onProgress: tell };
  try {
    if (!(await (isCheck ? checkAll : rebuildAll)(building))) process.exitCode = 1;
  } finally {
    await events.close();
  }
}

/** The command `npm run rebuild`: exit code 1 where something differs, or could not be built. */
export async function rebuildServices(services: RowsOfServices): Promise<void> {
  const values = optionsOr(usage, { check: { type: 'boolean', default: false } });
  await inTerminal(async () => {
    const configuration = readConfiguration();
    for (const service of services)
      await inTerminal(() => make(service, configuration, values.check));
  });
}
