import type { z } from 'zod';
import type { releaseNotes } from './fields/notes.js';
import type { rollbackPlan } from './fields/rollback-plan.js';
import type { tickets } from './fields/tickets.js';

/** The examples tell one story: the shop brings out 1.4.0. */
export const project = 'shop';
export const version = '1.4.0';
export const candidate = 'c0ffee1';
export const deployment = '7c9e6679-7425-50de-944b-e07fc1f90ae7';
export const rollback = '1b4e28ba-2fa1-51d2-883f-0016d3cca427';
export const change = '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21';
export const question = '3f333df6-90a4-5fda-8dd3-9485d27cee36';
export const entry = '6fa459ea-ee8a-5ca4-894e-db77e160355e';

/** Any other event of the story. */
export const earlierEvent = '886313e1-3b8a-5372-9b90-0c9aee199e5d';

/** A happening by somebody in this role. */
export const by = <Role extends string>(role: Role, recordedAt = '2026-03-02T08:00:00.000Z') => ({
  event: '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  recordedAt,
  actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
  role,
});

/** A happening of 1.4.0. */
export const of = <Role extends string>(role: Role, recordedAt?: string) => ({
  project,
  version,
  ...by(role, recordedAt),
});

export const shopTickets: z.input<typeof tickets> = [
  { id: 'SHOP-1', title: 'Pay by invoice', type: 'feature', ui: true, securityScope: ['payments'] },
  { id: 'SHOP-2', title: 'Round the tax once', type: 'fix', ui: false, securityScope: [] },
];

export const notes: z.input<typeof releaseNotes> = {
  whatsNew: [
    { ticket: 'SHOP-1', description: 'Companies can pay by invoice', type: 'feature' },
    { ticket: 'SHOP-2', description: 'Round the tax once', type: 'fix' },
  ],
  knownIssues: [
    {
      issue: 'Invoices of more than 99 lines are cut off',
      severity: 'minor',
      workaround: 'Split the order',
      targetFix: '1.4.1',
    },
  ],
  breakingChanges: [],
  migrationNotes: ['Run the migrations before the first start'],
};

export const plan: z.input<typeof rollbackPlan> = {
  plan: 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce',
  method: 'previous container image',
  steps: [
    {
      action: 'Deploy the image before',
      command: 'kubectl rollout undo deployment/shop',
      expected: 'deployment "shop" successfully rolled out',
      estimateSeconds: 120,
    },
  ],
  verification: {
    action: 'Ask for the version',
    command: 'curl https://shop.example/version',
    expected: '1.3.2',
    estimateSeconds: 10,
  },
  validForHours: 72,
};

export const productionChecks = [
  'health-checks',
  'smoke-tests',
  'monitoring-normal',
  'no-error-rate-spike',
  'performance-within-baseline',
];
