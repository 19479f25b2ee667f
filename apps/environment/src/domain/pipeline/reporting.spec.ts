import type { Role } from '@roadbook/decider';
import type { History } from '@roadbook/decider/acting';
import { at } from '../acts.fixture.js';
import type { PipelineEvent } from './events.js';
import {
  agreed,
  annotated,
  found,
  hash,
  implemented,
  inWords,
  made,
  pipeline,
  reported,
  reversalOrdered,
  reverted,
  unannotated,
  withdrawn,
} from './history.fixture.js';
import { reportDefinition } from './orders.fixture.js';

const announced = hash('b');

describe('reporting a definition', () => {
  it('makes the first one the baseline', () =>
    pipeline()
      .when(reportDefinition('a', { name: 'release.yml', link: 'https://ci.example/1' }))
      .thenHappens(reported('a', { name: 'release.yml', link: 'https://ci.example/1' })));

  it('is silent while it stays the same', () =>
    pipeline(reported('a')).when(reportDefinition('a')).thenNothing());

  it('implements a confirmed change that it names', () =>
    pipeline(reported('a'), agreed('shards'))
      .when(reportDefinition('b', { change: 'shards' }))
      .thenHappens(made('shards', 'a', 'b')));

  it('implements a confirmed change that announced it', () =>
    pipeline(reported('a'), agreed('cache'), agreed('shards', { announced }))
      .when(reportDefinition('b'))
      .thenHappens(reported('b'), implemented('shards', 'a', 'b')));

  it('implements several confirmed changes, in the order in which they are made', () =>
    pipeline(reported('a'), agreed('shards'), agreed('cache'), made('cache', 'a', 'b'))
      .when(reportDefinition('c', { change: 'shards' }))
      .thenHappens(made('shards', 'b', 'c')));

  it('is silent when it repeats an implementation', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'))
      .when(reportDefinition('b', { change: 'shards' }))
      .thenNothing());
});

describe('a definition that nobody agreed', () => {
  it('is found in place', () =>
    pipeline(reported('a')).when(reportDefinition('b')).thenHappens(unannotated('a', 'b')));

  it('is one of the one pipeline that a project has, whatever name it is reported by', () =>
    pipeline(reported('a', { name: 'release.yml' }))
      .when(reportDefinition('b', { name: 'test.yml' }))
      .thenHappens(
        reported('b', { name: 'test.yml' }),
        found('a', 'b', {
          what: 'the definition changed from aaaaaaaa to bbbbbbbb, reported as test.yml, without annotation, found on 2026-03-02',
        }),
      ));

  it.each<[string, History<PipelineEvent>, Role, string, string]>([
    [
      'was never annotated',
      [],
      'cio',
      'pipeline-change-annotated',
      'there is no pipeline change shards',
    ],
    [
      'is not confirmed',
      [annotated('shards')],
      'cto',
      'pipeline-change-confirmed',
      'the pipeline change shards is annotated and not confirmed',
    ],
    [
      'was withdrawn',
      [agreed('shards'), withdrawn('shards')],
      'cto',
      'pipeline-change-confirmed',
      'the pipeline change shards was withdrawn',
    ],
    [
      'announced another definition',
      [agreed('shards', { announced: hash('f') })],
      'deployer',
      'announced-definition-in-place',
      'the pipeline change announced the definition ffffffff, not bbbbbbbb',
    ],
  ])('is found in place when the change that it names %s', (_, history, from, id, missing) =>
    pipeline(reported('a'), history)
      .when(reportDefinition('b', { change: 'shards' }))
      .thenHappens(
        reported('b', { change: 'shards' }),
        found('a', 'b', { named: 'shards', missing: [{ id, missing, from }] }),
      ),
  );

  it('is found in place when the change that it names is implemented already', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'))
      .when(reportDefinition('c', { change: 'shards' }))
      .thenHappens(
        reported('c', { change: 'shards' }),
        found('b', 'c', {
          named: 'shards',
          missing: [
            {
              id: 'pipeline-change-confirmed',
              missing: 'the pipeline change shards is implemented already',
              from: 'cto',
            },
          ],
        }),
      ));

  it('is found in place when the change that announced it is not confirmed', () =>
    pipeline(reported('a'), annotated('shards', { announced }))
      .when(reportDefinition('b'))
      .thenHappens(unannotated('a', 'b')));

  it('is silent when it is reported again, as it was', () =>
    pipeline(reported('a'), unannotated('a', 'b')).when(reportDefinition('b')).thenNothing());

  it('is not agreed afterwards', () =>
    pipeline(reported('a'), unannotated('a', 'b'), agreed('shards'))
      .when(reportDefinition('b', { change: 'shards' }))
      .thenRefusedBy(
        'unannotated-change-not-agreed-afterwards',
        `this definition was found in place before the change was confirmed; put the definition ${hash('a')} back and make the change again`,
      ));

  it('keeps a confirmed change from being made on it', () =>
    pipeline(reported('a'), agreed('shards'), unannotated('a', 'b'))
      .when(reportDefinition('c', { change: 'shards' }))
      .thenHappens(
        reported('c', { change: 'shards' }),
        found('b', 'c', {
          named: 'shards',
          missing: [
            {
              id: 'unannotated-change-reverted',
              missing: `a pipeline change stands that was not annotated and confirmed first; put the definition ${hash('a')} back and make this change again`,
              from: 'deployer',
            },
          ],
        }),
      ));

  it('is reverted when the definition before it is in place again', () =>
    pipeline(reported('a'), unannotated('a', 'b'))
      .when(at('11:00', reportDefinition('a')))
      .thenHappens(reported('a'), reverted('b', 'a', {})));

  it('is redone through the protocol once it was reverted', () =>
    pipeline(
      reported('a'),
      unannotated('a', 'b'),
      reported('a'),
      reverted('b', 'a', {}),
      agreed('shards'),
    )
      .when(reportDefinition('b', { change: 'shards' }))
      .thenHappens(made('shards', 'a', 'b')));

  it('is reverted with the one that was made on it', () =>
    pipeline(reported('a'), unannotated('a', 'b'), unannotated('b', 'c'))
      .when(reportDefinition('a'))
      .thenHappens(
        reported('a'),
        reverted('c', 'b', {
          reverts: 'UnannotatedPipelineChangeFound#2',
          what: inWords('b', 'c'),
        }),
        reverted('b', 'a', {}),
      ));

  it('stands while only the one that was made on it is reverted', () =>
    pipeline(reported('a'), unannotated('a', 'b'), unannotated('b', 'c'))
      .when(reportDefinition('b'))
      .thenHappens(
        reported('b'),
        reverted('c', 'b', {
          reverts: 'UnannotatedPipelineChangeFound#2',
          what: inWords('b', 'c'),
        }),
      ));

  it('is found again when it comes back', () =>
    pipeline(reported('a'), unannotated('a', 'b'), reported('a'), reverted('b', 'a', {}))
      .when(reportDefinition('b'))
      .thenHappens(unannotated('a', 'b')));

  it('is found when an implemented change is taken back without an order', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'))
      .when(reportDefinition('a'))
      .thenHappens(unannotated('b', 'a')));

  it('is not reverted by a definition from before what was agreed', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'), unannotated('b', 'c'))
      .when(reportDefinition('a'))
      .thenHappens(
        reported('a'),
        found('c', 'a', {
          missing: [
            {
              id: 'unannotated-change-reverted',
              missing: `a pipeline change stands that was not annotated and confirmed first; put the definition ${hash('b')} back and make this change again`,
              from: 'deployer',
            },
          ],
        }),
      ));
});

describe('an ordered reversal', () => {
  const shards = { change: 'shards', what: 'Integration tests run in shards' };

  it('is carried out when the definition before the change is in place again', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'), reversalOrdered('shards'))
      .when(reportDefinition('a'))
      .thenHappens(
        reported('a'),
        reverted('b', 'a', {
          ...shards,
          reverts: 'PipelineChangeImplemented#1',
          reason: 'the shards starve',
        }),
      ));

  it('is carried out with a change that was found on it', () =>
    pipeline(
      ...[reported('a'), agreed('shards'), made('shards', 'a', 'b'), reversalOrdered('shards')],
      unannotated('b', 'c'),
    )
      .when(reportDefinition('a'))
      .thenHappens(
        reported('a'),
        reverted('c', 'b', {}),
        reverted('b', 'a', {
          ...shards,
          reverts: 'PipelineChangeImplemented#1',
          reason: 'the shards starve',
        }),
      ));

  it('is not carried out by any other definition', () =>
    pipeline(reported('a'), agreed('shards'), made('shards', 'a', 'b'), reversalOrdered('shards'))
      .when(reportDefinition('c'))
      .thenHappens(unannotated('b', 'c')));
});
