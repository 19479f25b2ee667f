import { charactersOf, forms, guard, issueTypes } from '@roadbook/decider';
import type { Condition, Origin } from '@roadbook/decider';
import type { Project } from '../project/project.js';
import { entryPermissions } from '../permissions.js';
import type { EntryCommand } from './commands.js';
import { knownIssueLimits, neededTexts, textLimits } from './limits.js';
import type { EntryContents } from './parts.js';
import type { Entry } from './state.js';
import { audienceOf, maySee } from './visibility.js';

export const roleIsPermitted: Condition<{ command: EntryCommand; origin: Origin }> = guard(
  'role-permitted-on-entry',
  {},
  ({ command: { type }, origin: { role } }) =>
    entryPermissions[type].includes(role)
      ? undefined
      : `this is for ${entryPermissions[type].join(' or ')}, not for ${role}`,
);

export const projectIsRegistered: Condition<{ project: Project }> = guard(
  'project-registered',
  { from: 'orchestrator' },
  ({ project }) => (project.registered ? undefined : 'this project is not registered'),
);

const textsAreThere: Condition<{ contents: EntryContents }> = guard(
  'texts-there',
  {},
  ({ contents }) => {
    const blank = neededTexts.filter((name) => contents[name].trim() === '');
    return blank.length > 0 ? `an entry needs a ${blank.join(' and a ')}` : undefined;
  },
);

const textsFit: Condition<{ contents: EntryContents }> = guard('texts-fit', {}, ({ contents }) => {
  const tooLong = [
    ...over(contents, textLimits),
    ...(contents.knownIssue ? over(contents.knownIssue, knownIssueLimits) : []),
    ...over({ version: contents.version ?? '' }, { version: forms.semanticVersion.charactersMax }),
  ];
  return tooLong.length > 0 ? tooLong.join('; ') : undefined;
});

const over = <Name extends string>(
  texts: Readonly<Record<NoInfer<Name>, string>>,
  limits: Readonly<Record<Name, number>>,
): string[] =>
  Object.entries<number>(limits).flatMap(([name, max]) =>
    charactersOf(texts[name as NoInfer<Name>]) > max
      ? [`${name} has at most ${max} characters`]
      : [],
  );

const knownIssueIsAnIssue: Condition<{ contents: EntryContents }> = guard(
  'known-issue-on-issue',
  {},
  ({ contents: { type, knownIssue } }) =>
    knownIssue && !issueTypes.includes(type)
      ? `only a ${issueTypes.join(' or a ')} can be a known issue, not a ${type}`
      : undefined,
);

/** What an entry that somebody writes has to be, whatever it supersedes. */
export const entryIsFit: readonly Condition<{ contents: EntryContents }>[] = [
  textsAreThere,
  textsFit,
  knownIssueIsAnIssue,
];

export const entryWasNotGivenUp: Condition<{ entry: Entry }> = guard(
  'entry-not-given-up',
  {},
  ({ entry: { situation } }) =>
    situation.is === 'abandoned'
      ? 'recording it took so long that it was given up for another one; write it again, with another Idempotency-Key'
      : undefined,
);

/** What is superseded by somebody stands in the knowledge base already, where they see it. */
export const supersededIsKnown: Condition<{ entry: Entry; origin: Origin }> = guard(
  'superseded-entry-known',
  {},
  ({ entry: { situation }, origin: { role } }) =>
    role === 'system' ||
    (situation.is === 'recorded' && maySee(audienceOf(role), situation.visibility))
      ? undefined
      : 'the project has no entry with the id that is to be superseded',
);

export const supersededOnce: Condition<{ entry: Entry; insteadOf: string | null }> = guard(
  'superseded-once',
  {},
  ({ entry: { supersededBy }, insteadOf }) =>
    supersededBy && supersededBy.by !== insteadOf
      ? `it was superseded by ${supersededBy.by} already; supersede that one`
      : undefined,
);
