import { checkName, evidenceDigest, link } from './names.js';
import { listOf, must, objectOf, wholeNumber } from './say.js';
import { noteMax, text } from './text.js';
import { time } from './time.js';
import { verdict } from './words.js';

/** What a verdict rests on: at least one of a link, a digest and a note. */
export const evidence = objectOf({
  link: link.optional().describe('Where it can be looked up.'),
  digest: evidenceDigest.optional().describe('The digest of what it rests on.'),
  note: text(noteMax).optional().describe('In words.'),
})
  .refine(
    (of) => [of.link, of.digest, of.note].some((one) => one !== undefined),
    must('an object with a link, a digest or a note'),
  )
  .meta({ minProperties: 1, description: 'What the verdict rests on: at least one of the three.' });

export const checkResult = objectOf({
  check: checkName.describe('One of the checks that the environment asks for.'),
  verdict,
  evidence,
});

export const checksMax = 50;

export const checkResults = listOf(checkResult, { max: checksMax });

const stepsMax = 100;

/** The verdicts that stand on checks, without their evidence. */
export const standingChecks = listOf(
  objectOf({ check: checkName.describe('The name of the check.'), verdict }),
  { min: 0, max: checksMax },
);

const step = {
  step: wholeNumber(1, stepsMax).describe('Counts from 1; the verification is the last.'),
  verdict,
  note: text(noteMax).optional().describe('In words, where there is something to say.'),
};

/** A step of a rollback plan as it was carried out. */
export const carriedOutStep = objectOf({
  ...step,
  action: text(noteMax).describe('What the plan says is done in it.'),
  startedAt: time.describe('When it began.'),
  endedAt: time.describe('When it ended.'),
});
