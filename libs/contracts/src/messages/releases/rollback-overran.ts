import { releaseHappening } from '../../fields/happening.js';
import { candidate, madeId } from '../../fields/names.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const rollbackOverran = defineMessage({
  name: 'rollback-overran',
  version: 1,
  topic: releases,
  summary: 'The ten minutes of a rollback are used up, and it goes on.',
  data: {
    ...releaseHappening,
    rollback: madeId.describe('Id of the rollback.'),
    candidate,
    budgetEndsAt: time.describe('When the ten minutes were used up.'),
  },
  example: {
    ...story.of('system', '2026-03-02T12:10:00.000Z'),
    rollback: story.rollback,
    candidate: story.candidate,
    budgetEndsAt: '2026-03-02T12:10:00.000Z',
  },
});

export type RollbackOverran = DataOf<typeof rollbackOverran>;
