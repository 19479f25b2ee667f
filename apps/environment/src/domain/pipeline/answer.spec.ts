import {
  agreed,
  inWords,
  made,
  pipeline,
  reported,
  reverted,
  unannotated,
} from './history.fixture.js';
import { answerOf } from './answer.js';
import { verifyPipeline } from './orders.fixture.js';
import { act } from '../acts.fixture.js';
import type { PipelineEvent } from './events.js';

describe('whether every pipeline change went through its protocol', () => {
  it('is unknown while no definition was reported', () => {
    expect(answerOf(pipeline(agreed()).state)).toStrictEqual({ state: 'unknown', changes: [] });
  });

  it.each([
    ['the baseline', [reported('a')]],
    ['an agreed change', [reported('a'), agreed(), made('shards', 'a', 'b')]],
    [
      'a reverted one',
      [reported('a'), unannotated('a', 'b'), reported('a'), reverted('b', 'a', {})],
    ],
  ])('is confirmed by %s', (_, history) => {
    const { state } = pipeline(history);
    expect(answerOf(state)).toStrictEqual({ state: 'confirmed', changes: [] });
  });

  it('is no while changes stand that nobody agreed', () => {
    const { state } = pipeline(reported('a'), unannotated('a', 'b'), unannotated('b', 'c'));
    expect(answerOf(state)).toStrictEqual({
      state: 'unannotated',
      changes: [inWords('a', 'b'), inWords('b', 'c')],
    });
  });
});

describe('verifying the pipeline', () => {
  it('is on record with what it was asked for and what was answered', () =>
    pipeline(reported('a'), unannotated('a', 'b'))
      .when(verifyPipeline())
      .thenHappens(
        act<PipelineEvent>('cio', {
          type: 'PipelineVerified',
          data: {
            question: 'question',
            purpose: 'promotion',
            version: '1.4.0',
            candidate: 'c0ffee',
            environment: 'qa',
            deployment: 'deployment',
            state: 'unannotated',
            changes: [inWords('a', 'b')],
          },
        }),
      ));
});
