import { existsSync } from 'node:fs';
import { ReadAheadEventStore } from '@roadbook/event-store/embedded';
import { check, rebuild } from '@roadbook/read-model/embedded';
import type { Building } from '@roadbook/read-model/embedded';
import type { Progress } from '@roadbook/read-model';
import { filesOf } from '../files.js';
import type { RowsOfServices } from '../service.js';
import { configurationOfFiles } from './files-of-this-machine.js';
import { optionsOr } from './options.js';

const usage = `Makes every projection anew from the events, with the services running or not.

  npm run rebuild
  npm run rebuild -- --check    builds beside the served ones, and ends with 1 where they differ
`;

const progressEveryMs = 1_000;
let toldAtMs = 0;

function tell({ events, eventsPerSecond, position, head }: Progress): void {
  if (Date.now() - toldAtMs < progressEveryMs) return;
  toldAtMs = Date.now();
  process.stderr.write(
    `${String(events)} events, at ${String(position)} of ${String(head)}, ${String(Math.round(eventsPerSecond))} a second\n`,
  );
}

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

/** The command `npm run rebuild`: exit code 1 where something differs, or could not be built. */
export async function rebuildServices(services: RowsOfServices): Promise<void> {
  const values = optionsOr(usage, { check: { type: 'boolean', default: false } });
  const { dataFolder } = configurationOfFiles();
  for (const { name, projections } of services) {
    const files = filesOf(name, dataFolder);
    process.stdout.write(`${name}\n`);
    if (!existsSync(files.events)) {
      process.stdout.write('there are no events yet\n');
      continue;
    }
    const events = ReadAheadEventStore.open(files.events);
    const building = { folder: files.readModel, events, projections, onProgress: tell };
    try {
      if (!(await (values.check ? checkAll : rebuildAll)(building))) process.exitCode = 1;
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    } finally {
      await events.close();
    }
  }
}
