import { compareEntries } from '../../together/entries/compared.js';
import { documentsOf } from '../history/documents.js';
import { toldIn } from '../history/real.js';
import { removeFolders, run } from '../history/run.js';
import { hashOf, stateIn } from '../history/state.js';
import { story } from '../history/story.js';
import { Fleet } from './fleet.js';
import { describeWithKafka } from './kafka.js';

/** A whole history in a file, as the demo takes it, in place of a short story. */
const file = process.env.ROADBOOK_HISTORY;
const testMsMax = 4 * 60 * 60 * 1000;

afterAll(removeFolders);

await describeWithKafka('a history on Kafka and EventStoreDB', (brokers) => {
  it(
    'leaves what it leaves on the embedded default, document for document, and exactly the entries that are called for',
    async () => {
      const told = file === undefined ? story : toldIn(file);
      const plain = await run(told);
      const fleet = await Fleet.start({ brokers, eventStoreUrl: process.env.EVENTSTOREDB_URL });
      try {
        const project = fleet.project('shop', 'history');
        await told.tell(project);
        await fleet.quiet();
        const documents = await documentsOf(project, told.versions);
        await fleet.stopServices();
        const eventsOf = (service: string) => fleet.eventsOf(service);
        const { missing, more } = await compareEntries(eventsOf);
        expect([missing, more]).toStrictEqual([[], []]);
        const state = await stateIn(fleet.dataFolder, documents, fleet.began, eventsOf);
        expect(
          state.filter((line, index) => line !== plain.state[index]).slice(0, 5),
        ).toStrictEqual([]);
        expect(hashOf(state)).toBe(hashOf(plain.state));
      } finally {
        await fleet.stop();
      }
    },
    testMsMax,
  );
});
