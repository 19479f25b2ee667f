/** One rebuild of every projection, in a process of its own. */
import { performance } from 'node:perf_hooks';
import { ReadAheadEventStore } from '@roadbook/event-store/embedded';
import { rebuild } from '@roadbook/read-model/embedded';
import { projections } from '../../apps/release/src/projections/index.js';
import { filesOf } from '@roadbook/service/tools';
import { tell } from './once.js';

const [, , dataFolder = ''] = process.argv;
const { events: file, readModel: folder } = filesOf('release', dataFolder);
const events = ReadAheadEventStore.open(file);

let taken = 0;
const startMs = performance.now();
const rebuilt = await rebuild({
  folder,
  events,
  projections,
  onProgress: (progress) => {
    taken = progress.events;
  },
});
const seconds = (performance.now() - startMs) / 1000;
await events.close();

tell({ events: taken, seconds, digest: rebuilt.projections.map(({ hash }) => hash).join(' ') });
