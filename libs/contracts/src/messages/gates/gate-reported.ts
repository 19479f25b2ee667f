import { evidence } from '../../fields/evidence.js';
import { releaseReport } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { ticketIds } from '../../fields/tickets.js';
import { gate, verdict } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { gates } from '../../topics/index.js';

export const gateReported = defineMessage({
  name: 'gate-reported',
  version: 1,
  topic: gates,
  summary: "A role's verdict about tickets of a candidate.",
  data: {
    ...releaseReport,
    gate,
    candidate,
    tickets: ticketIds.describe('The tickets that the verdict is about: all of them or none.'),
    verdict,
    evidence,
  },
  example: {
    project: story.project,
    version: story.version,
    occurredAt: '2026-03-02T08:55:00+01:00',
    gate: 'quality',
    candidate: story.candidate,
    tickets: ['SHOP-1', 'SHOP-2'],
    verdict: 'passed',
    evidence: { link: 'https://ci.example/shop/runs/4711', note: '1,204 tests passed' },
  },
});

export type GateReported = DataOf<typeof gateReported>;
