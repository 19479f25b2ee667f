import { releaseHappening } from '../../fields/happening.js';
import { candidate, madeId } from '../../fields/names.js';
import { planDigest } from '../../fields/rollback-plan.js';
import { listOf, objectOf, oneOf, orNull, wholeNumber } from '../../fields/say.js';
import { tickets } from '../../fields/tickets.js';
import { time } from '../../fields/time.js';
import { environment, promotionOutcome, releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

const stop = objectOf({
  deployment: madeId.describe('Id of the deployment.'),
  environment,
  attempt: wholeNumber(1, 1_000_000).describe('Counts from 1 in its environment.'),
  requestedAt: time.describe('When a deployer was asked.'),
  deployedAt: orNull(time).describe('When it was deployed; null where it was not.'),
  endedAt: orNull(time).describe('When the promotion ended; null where it had not.'),
  outcome: orNull(promotionOutcome).describe('How it ended; null where it had not.'),
});

export const deploymentLogClosed = defineMessage({
  name: 'deployment-log-closed',
  version: 1,
  topic: releases,
  summary: 'The deployment log of a candidate is closed, once.',
  data: {
    ...releaseHappening,
    candidate,
    kind: releaseKind,
    result: oneOf(['SUCCESS', 'FAILED', 'ROLLED BACK']).describe('What came of it.'),
    tickets,
    plan: planDigest,
    path: listOf(stop, { min: 0 }).describe(
      'Every deployment in the order of requests, the latest 500 at most: the full promotion path.',
    ),
    startedAt: orNull(time).describe(
      'When the first deployment was requested; null where none was.',
    ),
    endedAt: time.describe('When the log was closed.'),
    durationSeconds: orNull(wholeNumber(0, 1_000_000_000)).describe(
      'From the first request to the closing; null where nothing was requested.',
    ),
  },
  example: {
    ...story.of('deployer', '2026-03-02T12:00:00.000Z'),
    candidate: story.candidate,
    kind: 'standard',
    result: 'SUCCESS',
    tickets: story.shopTickets,
    plan: story.plan.plan,
    path: [
      {
        deployment: story.deployment,
        environment: 'production',
        attempt: 1,
        requestedAt: '2026-03-02T11:20:00.000Z',
        deployedAt: '2026-03-02T11:31:00.000Z',
        endedAt: '2026-03-02T12:00:00.000Z',
        outcome: 'passed',
      },
    ],
    startedAt: '2026-03-02T11:20:00.000Z',
    endedAt: '2026-03-02T12:00:00.000Z',
    durationSeconds: 2400,
  },
});

export type DeploymentLogClosed = DataOf<typeof deploymentLogClosed>;
