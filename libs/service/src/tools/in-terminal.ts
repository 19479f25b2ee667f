/** Does what a command for the terminal is there for. What is wrong is said in a sentence, and ends it with 1. */
export async function inTerminal(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
