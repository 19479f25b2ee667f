import { projectHappening } from '../../fields/happening.js';
import { text, titleMax } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const projectRegistered = defineMessage({
  name: 'project-registered',
  version: 1,
  topic: releases,
  summary: 'A project is registered: from now on it can have releases.',
  data: { ...projectHappening, name: text(titleMax).describe('What people call it.') },
  example: { project: story.project, ...story.by('orchestrator'), name: 'The shop' },
});

export type ProjectRegistered = DataOf<typeof projectRegistered>;
