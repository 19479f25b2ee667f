import { withOrigin } from '@roadbook/decider';
import type { Act, Origin, Role } from '@roadbook/decider';
import type { EntryCommand } from './entry/commands.js';
import type { EntryEvent } from './entry/events.js';
import type { EntryContents } from './entry/parts.js';

/** Everything happens at eight, unless a spec says otherwise. */
export const time = (clock = '08:00:00'): string => `2026-03-02T${clock}.000Z`;

export const origin: Origin = {
  actor: 'ines',
  role: 'cio',
  at: time(),
  commandId: 'command',
  correlationId: 'command',
};

export const as = <What>(role: Role, act: Act<What>): Act<What> => withOrigin({ role }, act);

export const at = <What>(clock: string, act: Act<What>): Act<What> =>
  withOrigin({ at: time(clock) }, act);

export const done = <What>(what: What, more: Partial<Origin> = {}): Act<What> => ({
  what,
  origin: more,
});

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
  done({ type: 'RecordEntry', data: { ...contents(), supersedes: null, ...more } });

const tells = { happening: 'release-prepared', event: 'event-1' };
const author = { actor: 'ci', role: 'deployer' } as const;

export const recordHappening = (more: Partial<DataOf<'RecordHappening'>> = {}): Act<EntryCommand> =>
  done(
    {
      type: 'RecordHappening',
      data: { ...contents(), author, tells, supersedes: null, ...more },
    },
    { actor: 'system', role: 'system' },
  );

export const supersede = (by: string, insteadOf: string | null = null): Act<EntryCommand> =>
  done({ type: 'SupersedeEntry', data: { by, insteadOf } });

export const abandon: Act<EntryCommand> = done(
  { type: 'AbandonEntry', data: { for: 'another' } },
  { actor: 'system', role: 'system' },
);

export const recorded = (more: Partial<RecordedData> = {}): Act<EntryEvent> =>
  done({
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
  done({ type: 'EntrySuperseded', data: { by } });

export const abandoned: Act<EntryEvent> = done({
  type: 'EntryAbandoned',
  data: { for: 'another' },
});
