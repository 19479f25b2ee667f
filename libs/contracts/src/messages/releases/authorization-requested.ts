import { releaseHappening } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { authorizationOf } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const authorizationRequested = defineMessage({
  name: 'authorization-requested',
  version: 1,
  topic: releases,
  summary: "One of the orchestrator's two yeses is asked for.",
  data: { ...releaseHappening, of: authorizationOf, candidate },
  example: { ...story.of('cio'), of: 'promotion', candidate: story.candidate },
});

export type AuthorizationRequested = DataOf<typeof authorizationRequested>;
