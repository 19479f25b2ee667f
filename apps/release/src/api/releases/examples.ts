/** What the routes answer, by example: release 1.4.0 of the project `shop`, prepared and not yet deployed. */
const listedRelease = {
  project: 'shop',
  version: '1.4.0',
  kind: 'standard',
  state: 'prepared',
  blocked: false,
  candidate: 'c0ffee1',
  tickets: 1,
  passed: null,
  plannedAt: '2026-03-02T08:00:00.000Z',
  liveAt: null,
  changedAt: '2026-03-02T08:10:00.000Z',
  revision: 16,
};

export const releases = { items: [listedRelease], next: null };

const waits = {
  environment: 'dev',
  missing: [
    {
      id: 'promotion-authorized',
      missing: 'the promotion waits for its authorization',
      rule: 1,
      from: 'orchestrator',
    },
  ],
  roles: ['orchestrator'],
};

export const release = {
  ...listedRelease,
  window: { is: 'absent' },
  promotion: { is: 'requested' },
  production: { is: 'absent' },
  securityBlock: null,
  rollback: null,
  waiting: waits,
};

export const waiting = {
  items: [
    {
      project: 'shop',
      version: '1.4.0',
      kind: 'standard',
      candidate: 'c0ffee1',
      since: '2026-03-02T08:10:00.000Z',
      ...waits,
    },
  ],
  next: null,
};

export const eligibility = {
  project: 'shop',
  version: '1.4.0',
  environment: 'production',
  at: '2026-03-02T08:15:00.000Z',
  revision: 16,
  allowed: false,
  conditions: [
    {
      id: 'version-tagged',
      rule: 2,
      met: true,
      event: '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11',
      risk: null,
      missing: null,
      from: null,
    },
    {
      id: 'previous-environment-passed',
      rule: 1,
      met: false,
      event: null,
      risk: null,
      missing: 'this candidate has not passed staging, which comes before production',
      from: 'cio',
    },
  ],
};

export const history = {
  items: [
    {
      revision: 0,
      type: 'ReleasePlanned',
      at: '2026-03-02T08:00:00.000Z',
      occurredAt: null,
      actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
      role: 'cio',
      what: 'planned as a standard release with 1 ticket',
    },
  ],
  next: null,
};
