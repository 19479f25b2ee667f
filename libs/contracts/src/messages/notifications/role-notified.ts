import { projectHappening } from '../../fields/happening.js';
import { madeId, role, semanticVersion } from '../../fields/names.js';
import { rollbackPlan } from '../../fields/rollback-plan.js';
import { objectOf, orNull } from '../../fields/say.js';
import { matching, text, titleMax } from '../../fields/text.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { notifications } from '../../topics/index.js';

/** A notification can carry a long list of features. */
const textMax = 200_000;

export const roleNotified = defineMessage({
  name: 'role-notified',
  version: 1,
  topic: notifications,
  summary: 'A role is told what it must know, in plain words.',
  data: {
    ...projectHappening,
    notification: madeId.describe('Id of the notification.'),
    to: role.describe('The role that is told.'),
    tellsOf: madeId.describe('Id of the event that it is told of.'),
    subject: text(titleMax).describe('What it is about.'),
    text: text(textMax).describe('What happened and what is expected, in plain words.'),
    about: objectOf({
      version: semanticVersion.optional().describe('The release, where it is about one.'),
      environment: environment.optional().describe('The environment, where it is about one.'),
    }).describe('What it is about.'),
    rollbackPlan: rollbackPlan
      .optional()
      .describe('How it is undone, for whoever has to know how before production.'),
    acknowledge: orNull(
      objectOf({
        what: text(titleMax).describe('What to do, in a sentence.'),
        address: matching({
          pattern: /^\/v1\/[!-~]{1,500}$/,
          charactersMax: 504,
          says: 'a path of the API',
        }).describe('The path of the command that acknowledges it.'),
      }),
    ).describe('What the role has to acknowledge; null where it only has to know.'),
  },
  example: {
    project: story.project,
    ...story.by('system'),
    notification: '16fd2706-8baf-533b-82eb-8c7fada847da',
    to: 'cco',
    tellsOf: story.earlierEvent,
    subject: 'shop 1.4.0 goes live on 2 March',
    text: 'The window from 08:00 to 16:00 UTC is confirmed. Clients are affected: tell them, and say so here.',
    about: { version: story.version, environment: 'production' },
    acknowledge: {
      what: 'Acknowledge that clients are told of this window',
      address: '/v1/projects/shop/releases/1.4.0/client-communication',
    },
  },
});

export type RoleNotified = DataOf<typeof roleNotified>;
