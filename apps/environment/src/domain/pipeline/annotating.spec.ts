import { agreed, annotated, hash, made, pipeline, reported, withdrawn } from './history.fixture.js';
import { annotateChange } from './orders.fixture.js';

const announced = hash('b');

describe('annotating a pipeline change', () => {
  it('puts the plan on record', () =>
    pipeline()
      .when(annotateChange('shards', { announced }))
      .thenHappens(annotated('shards', { announced })));

  it('is silent when it is on record', () =>
    pipeline(annotated('shards')).when(annotateChange('shards')).thenNothing());

  it('goes on beside other changes', () =>
    pipeline(agreed('shards')).when(annotateChange('cache')).thenHappens(annotated('cache')));

  it('refuses to announce what is in place', () =>
    pipeline(reported('b'))
      .when(annotateChange('shards', { announced }))
      .thenRefused(
        'the announced definition is in place already; announce the one that the change leads to',
      ));

  it.each([
    ['annotated', annotated('cache', { announced })],
    ['confirmed', agreed('cache', { announced })],
  ])('refuses to announce what another change announced that is %s', (_, other) =>
    pipeline(other)
      .when(annotateChange('shards', { announced }))
      .thenRefused(
        'the pipeline change cache announced this definition already; withdraw that one first',
      ),
  );

  it('announces what a withdrawn change announced', () =>
    pipeline(annotated('cache', { announced }), withdrawn('cache'))
      .when(annotateChange('shards', { announced }))
      .thenHappens(annotated('shards', { announced })));

  it('announces what was in place before', () =>
    pipeline(reported('b'), agreed('cache'), made('cache', 'b', 'c'))
      .when(annotateChange('shards', { announced }))
      .thenHappens(annotated('shards', { announced })));
});
