import { releaseHappening } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { authorizationOf } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const authorizationGranted = defineMessage({
  name: 'authorization-granted',
  version: 1,
  topic: releases,
  summary: 'The orchestrator said yes.',
  data: { ...releaseHappening, of: authorizationOf, candidate },
  example: { ...story.of('orchestrator'), of: 'production', candidate: story.candidate },
});

export type AuthorizationGranted = DataOf<typeof authorizationGranted>;
