import { actorId, madeId, role, sha256 } from './names.js';
import { objectOf, orNull } from './say.js';
import { noteMax, text, titleMax } from './text.js';
import { time } from './time.js';

export const definition = sha256.describe("SHA-256 of the pipeline's definition.");

/** The written plan of a pipeline change. */
export const pipelineChange = {
  change: madeId.describe('Id of the pipeline change.'),
  what: text(titleMax).describe('What is changed.'),
  why: text(noteMax).describe('Why.'),
  impact: text(noteMax).describe('What it means for releases and for whoever works with it.'),
  undo: text(noteMax).describe('How it is undone.'),
};

/** The plan, and who said yes to it before the change was made. */
export const pipelineAnnotation = objectOf({
  ...pipelineChange,
  annotatedBy: actorId.describe('Who annotated it.'),
  annotatedAt: time.describe('When.'),
  confirmedBy: actorId.describe('Who confirmed it.'),
  confirmedAs: role.describe('In which role: cto, or cio where the author is another.'),
  confirmedAt: time.describe('When.'),
});

export const announcedDefinition = orNull(sha256).describe(
  'SHA-256 that the definition is to have; null where that is not known before.',
);
