/** What the routes answer, by example. */
export const events = {
  items: [
    {
      id: '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11',
      stream: 'release-shop@1.4.0',
      project: 'shop',
      version: '1.4.0',
      revision: 5,
      position: 17,
      type: 'GateReported',
      schemaVersion: 1,
      recordedAt: '2026-03-02T08:05:00.000Z',
      occurredAt: '2026-03-02T08:04:12.000Z',
      actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
      role: 'cqo',
      commandId: '7c9e6679-7425-50de-944b-e07fc1f90ae7',
      correlationId: '7c9e6679-7425-50de-944b-e07fc1f90ae7',
      causationId: null,
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      evidence: [{ link: 'https://ci.example/run/4711' }],
      data: { gate: 'quality', candidate: 'c0ffee1', tickets: ['SHOP-1'], verdict: 'passed' },
    },
  ],
  next: null,
};

export const violations = {
  items: [
    {
      project: 'shop',
      version: '1.4.0',
      candidate: 'c0ffee1',
      rule: 1,
      command: 'RequestDeployment',
      actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
      role: 'cio',
      recordedAt: '2026-03-02T08:05:00.000Z',
      missing: [
        {
          id: 'previous-environment-passed',
          missing: 'this candidate has not passed staging, which comes before production',
        },
      ],
    },
  ],
  next: null,
};
