import { configurationChange } from '../../fields/configuration-change.js';
import { projectHappening } from '../../fields/happening.js';
import { oneOf, orNull, yesOrNo } from '../../fields/say.js';
import { noteMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const configurationChangeConfirmed = defineMessage({
  name: 'configuration-change-confirmed',
  version: 1,
  topic: environments,
  summary: 'Somebody who has to say yes to a configuration change has said it.',
  data: {
    ...projectHappening,
    ...configurationChange,
    step: oneOf(['confirmation', 'review', 'authorization', 'window']).describe(
      "The cio's confirmation, the cto's review, the orchestrator's authorization for production, or the window for production.",
    ),
    complete: yesOrNo.describe('Whether everything is there to apply it in the first environment.'),
    note: orNull(text(noteMax)).describe('What was said about it; null where nothing was.'),
  },
  example: {
    project: story.project,
    ...story.by('cto'),
    change: story.change,
    what: 'Longer timeout for the invoice provider',
    step: 'review',
    complete: true,
    note: 'The connection pool is large enough.',
  },
});

export type ConfigurationChangeConfirmed = DataOf<typeof configurationChangeConfirmed>;
