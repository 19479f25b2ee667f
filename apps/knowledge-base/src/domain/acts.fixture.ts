import { act } from '@roadbook/decider/acting';
import type { Act } from '@roadbook/decider/acting';
import type { EntryCommand } from './entry/commands.js';
import type { EntryEvent } from './entry/events.js';
import type { EntryContents } from './entry/parts.js';

export * from '@roadbook/decider/acting';

export const strictlyEqual = (actual: unknown, expected: unknown): void => {
  expect(actual).toStrictEqual(expected);
};

export const contents = (more: Partial<EntryContents> = {}): EntryContents => ({
  type: 'risk',
  visibility: 'both',
  decay: 'medium',
  title: 'Invoices of more than 99 lines are cut off',
  context: 'The provider of invoices has a limit.',
  content: 'Lines behind the 99th are dropped without a word.',
  outcome: 'It is fixed with 1.4.1.',
  impact: 'Large orders need a second invoice.',
  version: '1.4.0',
  knownIssue: { severity: 'minor', workaround: 'Split the order', targetFix: '1.4.1' },
  ...more,
});

type DataOf<Type extends EntryCommand['type']> = Extract<EntryCommand, { type: Type }>['data'];
type RecordedData = Extract<EntryEvent, { type: 'EntryRecorded' }>['data'];

export const recordEntry = (more: Partial<DataOf<'RecordEntry'>> = {}): Act<EntryCommand> =>
  act('cio', { type: 'RecordEntry', data: { ...contents(), supersedes: null, ...more } });

const tells = { happening: 'release-prepared', event: 'event-1' };
const author = { actor: 'ci', role: 'deployer' } as const;

export const recordHappening = (more: Partial<DataOf<'RecordHappening'>> = {}): Act<EntryCommand> =>
  act('system', {
    type: 'RecordHappening',
    data: { ...contents(), author, tells, supersedes: null, ...more },
  });

export const supersede = (by: string, insteadOf: string | null = null): Act<EntryCommand> =>
  act('cio', { type: 'SupersedeEntry', data: { by, insteadOf } });

export const abandon: Act<EntryCommand> = act('system', {
  type: 'AbandonEntry',
  data: { for: 'another' },
});

export const recorded = (more: Partial<RecordedData> = {}): Act<EntryEvent> =>
  act('cio', {
    type: 'EntryRecorded',
    data: {
      ...contents(),
      form: 'text',
      author: { actor: 'ines', role: 'cio' },
      tells: null,
      supersedes: null,
      ...more,
    },
  });

export const superseded = (by: string): Act<EntryEvent> =>
  act('cio', { type: 'EntrySuperseded', data: { by } });

export const abandoned: Act<EntryEvent> = act('cio', {
  type: 'EntryAbandoned',
  data: { for: 'another' },
});
