import { Journey } from '../projections/journey.fixture.js';
import { tellTo } from '../projections/story.fixture.js';
import { Answering } from './answering.fixture.js';
import { ListReleases } from './releases/list-releases.js';

const page = { limit: 10 };

describe('the rows of a question', () => {
  it('have everything in them that was written before it', async () => {
    const answering = await Answering.about(new Journey().register());
    try {
      const more = new Journey('shop').register('Shop').plan('1.0.0').log;
      const log = more.map((event) => ({ ...event, id: event.id.replace('8000', '9000') }));
      await tellTo(answering.store, log);
      const { items } = await answering.ask(new ListReleases('shop', {}, page));
      expect(items.map(({ version }) => version)).toStrictEqual(['1.0.0']);
    } finally {
      await answering.stop();
    }
  });

  it('are waited for no longer than two seconds', async () => {
    const answering = await Answering.about(new Journey().register());
    try {
      await answering.readModel.stop();
      const asked = answering.ask(new ListReleases('web', {}, page));
      await expect(asked).rejects.toMatchObject({ name: 'ReadModelNotReady' });
    } finally {
      await answering.stop();
    }
  });
});
