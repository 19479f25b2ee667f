import { aDeployment } from '../../fields/deployment.js';
import { releaseHappening } from '../../fields/happening.js';
import { only } from '../../fields/names.js';
import { releaseNotes } from '../../fields/notes.js';
import { rollbackPlan } from '../../fields/rollback-plan.js';
import { tickets } from '../../fields/tickets.js';
import { deploymentPhase, promotionOutcome, releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const releaseExecuted = defineMessage({
  name: 'release-executed',
  version: 1,
  topic: releases,
  summary: 'The promotion to production has ended, with success or its failure.',
  data: {
    ...releaseHappening,
    ...aDeployment,
    environment: only('production').describe('The environment.'),
    kind: releaseKind,
    outcome: promotionOutcome,
    phase: deploymentPhase,
    tickets,
    notes: releaseNotes,
    rollbackPlan,
  },
  example: {
    ...story.of('deployer'),
    deployment: story.deployment,
    environment: 'production',
    candidate: story.candidate,
    attempt: 1,
    kind: 'standard',
    outcome: 'passed',
    phase: 'verifying',
    tickets: story.shopTickets,
    notes: story.notes,
    rollbackPlan: story.plan,
  },
});

export type ReleaseExecuted = DataOf<typeof releaseExecuted>;
