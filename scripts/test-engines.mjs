// npm run test:engines [-- jest's arguments]: what is promised of the engines, on those whose addresses are given, else on a Kafka from its jars
// and the double of EventStoreDB. Nothing is skipped, and jest has the last word.
import { runJest } from './run-jest.mjs';

process.env.ROADBOOK_DEMANDS = 'kafka';
const suites = ['libs/event-store', 'libs/messaging', 'test/engines'];
await runJest(['-w', '2', ...suites, ...process.argv.slice(2)]);
