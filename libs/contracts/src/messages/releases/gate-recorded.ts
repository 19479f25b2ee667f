import { evidence } from '../../fields/evidence.js';
import { releaseHappening } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { ticketIds } from '../../fields/tickets.js';
import { gate, verdict } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const gateRecorded = defineMessage({
  name: 'gate-recorded',
  version: 1,
  topic: releases,
  summary: "A role's verdict is on record, from whichever door it came.",
  data: {
    ...releaseHappening,
    gate,
    candidate,
    tickets: ticketIds.describe('The tickets that the verdict is about.'),
    verdict,
    evidence,
  },
  example: {
    ...story.of('cqo'),
    occurredAt: '2026-03-02T07:55:00.000Z',
    gate: 'quality',
    candidate: story.candidate,
    tickets: ['SHOP-1', 'SHOP-2'],
    verdict: 'passed',
    evidence: { link: 'https://ci.example/shop/runs/4711' },
  },
});

export type GateRecorded = DataOf<typeof gateRecorded>;
