/** Takes so many messages, in a process of its own, and tells how long that took, from joining the group on, and what it cost. */
import { performance } from 'node:perf_hooks';
import { ways } from './taking.js';
import type { Way } from './taking.js';

const [, , way = '', brokers = '', prefix = '', count = ''] = process.argv;
let left = Number(count);
const run = await ways[way as Way](brokers.split(','), prefix);
const startMs = performance.now();
const before = process.cpuUsage();

await run(() => {
  left -= 1;
  if (left > 0) return;
  const { user, system } = process.cpuUsage(before);
  const ms = performance.now() - startMs;
  process.send?.({ ms, cpuMs: (user + system) / 1000 }, () => process.exit());
});
