import { actorId, madeId, projectSlug, role, semanticVersion } from './names.js';
import { reportedTime, time } from './time.js';

/** What every message says that tells of an event: which, when, and who did it in which role. */
export const happening = {
  event: madeId.describe('Id of the event that this tells of.'),
  recordedAt: time.describe(
    'When the service took it, by its clock. It decides the order of events.',
  ),
  occurredAt: time
    .optional()
    .describe('When it happened, as its reporter says; absent where nobody said.'),
  actor: actorId.describe('Who did it, by a derived id; `system` where Roadbook did it by itself.'),
  role: role.describe('In which role.'),
};

/** A happening of a project. */
export const projectHappening = { project: projectSlug, ...happening };

/** A happening of one release. */
export const releaseHappening = { project: projectSlug, version: semanticVersion, ...happening };

/** What others report about one release. Who reports is known from the door that the message comes in by, never from its data. */
export const releaseReport = {
  project: projectSlug,
  version: semanticVersion,
  occurredAt: reportedTime
    .optional()
    .describe(
      'When it happened; at most 60 s ahead. Absent, it is the time of the CloudEvent. Of two verdicts about the same thing the later one stands.',
    ),
};
