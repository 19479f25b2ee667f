import type { Role } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import type { Act, History } from '@roadbook/decider/acting';
import { act, origin, strictlyEqual } from '../acts.fixture.js';
import type { Annotation } from './annotation.js';
import { pipelineDecider } from './decide.js';
import type { DataOf, PipelineEvent, PipelineEventType } from './events.js';

/** What happened, as specs tell it. Definitions are named by a letter. */
type Happened = Act<PipelineEvent>;

const happened = <Type extends PipelineEventType>(
  role: Role,
  type: Type,
  data: DataOf<Type>,
): Happened => act(role, { type, data } as PipelineEvent);

export const project = 'shop';

/** The SHA-256 of the definition with this letter. */
export const hash = (letter: string): string => letter.repeat(64);

export const annotation: Annotation = {
  what: 'Integration tests run in shards',
  why: 'They take 40 minutes',
  impact: 'Failures are reported for each shard',
  undo: 'Take the matrix out of the workflow',
  announced: null,
};

export const opened = (): Happened => happened('system', 'PipelineOpened', { project });

export const annotated = (change = 'shards', more: Partial<Annotation> = {}): Happened =>
  happened('cio', 'PipelineChangeAnnotated', { ...annotation, ...more, change });

export const confirmed = (change = 'shards'): Happened =>
  happened('cto', 'PipelineChangeConfirmed', { change });

export const withdrawn = (change = 'shards', reason = 'not needed'): Happened =>
  happened('cio', 'PipelineChangeWithdrawn', { change, reason });

/** A change that may be made. */
export const agreed = (
  change = 'shards',
  more: Partial<Annotation> = {},
): History<PipelineEvent> => [annotated(change, more), confirmed(change)];

export const reported = (
  letter: string,
  more: Partial<DataOf<'PipelineDefinitionReported'>> = {},
): Happened =>
  happened('deployer', 'PipelineDefinitionReported', {
    ...{ definition: hash(letter), name: null, link: null, change: null },
    ...more,
  });

const replaced = (before: string, after: string) => ({
  before: hash(before),
  definition: hash(after),
});

export const implemented = (change: string, before: string, after: string): Happened =>
  happened('deployer', 'PipelineChangeImplemented', { change, ...replaced(before, after) });

/** The change that is made by a report that names it. */
export const made = (change: string, before: string, after: string): History<PipelineEvent> => [
  reported(after, { change }),
  implemented(change, before, after),
];

export const inWords = (before: string, after: string): string =>
  `the definition changed from ${hash(before).slice(0, 8)} to ${hash(after).slice(0, 8)} without annotation, found on 2026-03-02`;

export const found = (
  before: string,
  after: string,
  more: Partial<DataOf<'UnannotatedPipelineChangeFound'>> = {},
): Happened =>
  happened('deployer', 'UnannotatedPipelineChangeFound', {
    ...replaced(before, after),
    named: null,
    what: inWords(before, after),
    missing: [
      {
        id: 'pipeline-change-annotated',
        missing: `no confirmed pipeline change announced the definition ${hash(after).slice(0, 8)}, and the report names none`,
        from: 'cio',
      },
    ],
    ...more,
  });

/** A change that nobody agreed, as a report shows it. */
export const unannotated = (before: string, after: string): History<PipelineEvent> => [
  reported(after),
  found(before, after),
];

export const reversalOrdered = (change = 'shards', reason = 'the shards starve'): Happened =>
  happened('cio', 'PipelineReversalOrdered', { change, reason });

export const reverted = (
  from: string,
  to: string,
  more: Partial<DataOf<'PipelineChangeReverted'>>,
): Happened =>
  happened('deployer', 'PipelineChangeReverted', {
    ...{ change: null, reverts: 'UnannotatedPipelineChangeFound#1', reason: null },
    what: inWords(to, from),
    ...replaced(from, to),
    ...more,
  });

/** What happened to the pipeline of a project that is known. */
export const pipeline = (...history: History<PipelineEvent>[]) =>
  specification(
    pipelineDecider,
    { origin, surroundings: undefined },
    strictlyEqual,
  )(opened(), ...history);

/** Nothing is known of the project. */
export const nothing = specification(
  pipelineDecider,
  { origin, surroundings: undefined },
  strictlyEqual,
);
