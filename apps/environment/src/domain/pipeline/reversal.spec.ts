import {
  agreed,
  annotated,
  hash,
  made,
  pipeline,
  reported,
  reversalOrdered,
  reverted,
  unannotated,
} from './history.fixture.js';
import { orderReversal } from './orders.fixture.js';

const shardsMade = [reported('a'), agreed('shards'), made('shards', 'a', 'b')];
const cacheMade = [agreed('cache'), made('cache', 'b', 'c')];

describe('ordering the reversal of a pipeline change', () => {
  it('is on record with its reason', () =>
    pipeline(shardsMade).when(orderReversal('shards')).thenHappens(reversalOrdered('shards')));

  it('is silent when it was ordered', () =>
    pipeline(shardsMade, reversalOrdered('shards'))
      .when(orderReversal('shards', 'in other words'))
      .thenNothing());

  it('refuses what was never annotated', () =>
    pipeline().when(orderReversal('shards')).thenRefused('there is no pipeline change shards'));

  it.each([
    ['is annotated and not confirmed', [annotated('shards')]],
    ['is confirmed and not implemented', [agreed('shards')]],
    [
      'was reverted',
      [
        ...shardsMade,
        reversalOrdered('shards'),
        reported('a'),
        reverted('b', 'a', { change: 'shards', reverts: 'PipelineChangeImplemented#1' }),
      ],
    ],
  ])('refuses one that %s', (told, history) =>
    pipeline(history)
      .when(orderReversal('shards'))
      .thenRefused(`this pipeline change ${told}; only one that is in place can be reverted`),
  );

  it('refuses while a change stands that nobody agreed', () =>
    pipeline(shardsMade, unannotated('b', 'a'))
      .when(orderReversal('shards'))
      .thenRefused(
        `a pipeline change stands that was not annotated and confirmed first; put the definition ${hash('b')} back before this one is reverted`,
      ));

  it('refuses while a later change is to stay', () =>
    pipeline(shardsMade, cacheMade)
      .when(orderReversal('shards'))
      .thenRefused(
        'the pipeline change cache was implemented after it; order that one reverted first',
      ));

  it('is taken when the later change goes back too', () =>
    pipeline(shardsMade, cacheMade, reversalOrdered('cache'))
      .when(orderReversal('shards'))
      .thenHappens(reversalOrdered('shards')));
});
