// npm run kafka: a Kafka for tests and for trying things out, until it is interrupted. With `--tell FILE` the file says where it is, or why
// there is none; with `--while PID` it ends with that process.
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { anyKafka } from './any-kafka.mjs';

const lookEveryMs = 500;

const { values } = parseArgs({
  options: { tell: { type: 'string' }, while: { type: 'string' } },
});

/** @param {Record<string, string>} said */
function tell(said) {
  process.stdout.write(`${said.address ?? said.missing}\n`);
  if (values.tell === undefined) return;
  // Whoever waits for the file finds all of it.
  writeFileSync(`${values.tell}.new`, JSON.stringify(said));
  renameSync(`${values.tell}.new`, values.tell);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

try {
  const kafka = await anyKafka();
  const stop = async () => {
    await kafka.remove();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
  tell({ address: kafka.address });
  // Also what keeps this process running.
  setInterval(() => {
    if (values.while !== undefined && !isAlive(Number(values.while))) void stop();
  }, lookEveryMs);
} catch (error) {
  tell({ missing: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
