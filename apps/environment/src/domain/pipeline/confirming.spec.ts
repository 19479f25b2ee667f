import { as, by } from '../acts.fixture.js';
import {
  agreed,
  annotated,
  confirmed,
  made,
  pipeline,
  reported,
  withdrawn,
} from './history.fixture.js';
import { confirmChange, withdrawChange } from './orders.fixture.js';

describe('confirming a pipeline change', () => {
  it('is for a cto', () => pipeline(annotated()).when(confirmChange()).thenHappens(confirmed()));

  it('is for a cio who is not the author', () =>
    pipeline(annotated())
      .when(by('ivan', as('cio', confirmChange())))
      .thenHappens(by('ivan', as('cio', confirmed()))));

  it.each(['cio', 'cto'] as const)('refuses the author, acting as %s', (role) =>
    pipeline(annotated())
      .when(by('ines', as(role, confirmChange())))
      .thenRefusedBy(
        'pipeline-author-does-not-confirm',
        'nobody confirms the pipeline change that they annotated',
      ),
  );

  it('is silent when it is confirmed', () =>
    pipeline(agreed()).when(confirmChange()).thenNothing());

  it('refuses what was never annotated', () =>
    pipeline().when(confirmChange('shards')).thenRefused('there is no pipeline change shards'));

  it('refuses what was withdrawn', () =>
    pipeline(annotated(), withdrawn())
      .when(confirmChange())
      .thenRefused('this pipeline change was withdrawn'));

  it('refuses what is implemented', () =>
    pipeline(reported('a'), agreed(), made('shards', 'a', 'b'))
      .when(confirmChange())
      .thenRefused('this pipeline change is implemented already'));
});

describe('withdrawing a pipeline change', () => {
  it.each([
    ['annotated', annotated()],
    ['confirmed', agreed()],
  ])('ends one that is %s', (_, history) =>
    pipeline(history).when(withdrawChange()).thenHappens(withdrawn()),
  );

  it('is silent when it was withdrawn', () =>
    pipeline(annotated(), withdrawn()).when(withdrawChange('shards', 'again')).thenNothing());

  it('refuses what was never annotated', () =>
    pipeline().when(withdrawChange('shards')).thenRefused('there is no pipeline change shards'));

  it('refuses what is implemented', () =>
    pipeline(reported('a'), agreed(), made('shards', 'a', 'b'))
      .when(withdrawChange())
      .thenRefused('this pipeline change is implemented already'));
});
