import { releaseHappening } from '../../fields/happening.js';
import { window } from '../../fields/window.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const windowLapsed = defineMessage({
  name: 'window-lapsed',
  version: 1,
  topic: releases,
  summary: 'A window ended unused.',
  data: { ...releaseHappening, ...window },
  example: {
    ...story.of('system'),
    start: '2026-03-02T08:00:00.000Z',
    end: '2026-03-02T16:00:00.000Z',
  },
});

export type WindowLapsed = DataOf<typeof windowLapsed>;
