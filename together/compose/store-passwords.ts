import { readFileSync } from 'node:fs';
import { BackOff } from '@roadbook/process';
import { takeOver } from './take-over.js';
import type { StoreUser } from './take-over.js';

const limitMs = 120_000;

/** The user in `EVENTSTOREDB_URL`. */
function administrator(): StoreUser {
  const url = new URL(process.env.EVENTSTOREDB_URL ?? '');
  return {
    ...{ host: url.hostname, port: Number(url.port), name: url.username, password: url.password },
    authority: readFileSync(url.searchParams.get('tlsCAFile') ?? '', 'utf8'),
  };
}

const admin = administrator();
const over = AbortSignal.timeout(limitMs);
const backOff = new BackOff({ firstMs: 250, mostMs: 2_000 });
let done = await takeOver(admin);
while (!done && !over.aborted) {
  await backOff.wait(over);
  done = await takeOver(admin);
}
if (!done) {
  process.stderr.write(
    `The event store at ${admin.host}:${String(admin.port)} takes neither the password that was made for ${admin.name} nor the first one of every server: it is not up, or its volume is older than the keys. Without events that you need, begin anew: docker compose down --volumes\n`,
  );
  process.exitCode = 1;
}
