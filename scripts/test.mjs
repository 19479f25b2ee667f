// npm test [-- jest's arguments]: jest as it is, then `N passed, N failed` alone on the last line.
import { runJest } from './run-jest.mjs';

const { passed, failed } = await runJest(process.argv.slice(2));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
