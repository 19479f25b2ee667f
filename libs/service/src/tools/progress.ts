const everyMs = 1_000;
let toldAtMs = Date.now();

/** Says on standard error how far a command is, at most once a second; standard output is for what it finds. */
export function tellProgress(line: string): void {
  if (Date.now() - toldAtMs < everyMs) return;
  toldAtMs = Date.now();
  process.stderr.write(`${line}\n`);
}
