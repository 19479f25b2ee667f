import type { History } from '@roadbook/decider/acting';
import { time } from './acts.fixture.js';
import { checklist } from './checklist.js';
import type { ReleaseEvent } from './release/events.js';
import { merged, planned, ticket } from './release/history.fixture.js';
import { clientsUnaffected } from './release/promotion.fixture.js';
import { cleared, live, ready, release, surroundings } from './release/release.fixture.js';

const items = (...history: readonly History<ReleaseEvent>[]) => {
  const { state } = release(...history);
  if (state.situation === 'unplanned') throw new Error('the release has to be planned');
  return checklist({ release: state, surroundings, at: time('10:00') });
};
const states = (...history: readonly History<ReleaseEvent>[]) =>
  Object.fromEntries(items(...history).map(({ id, state }) => [id, state]));

const preparation = {
  tickets: 'met',
  'test-suite': 'met',
  'quality-gate': 'met',
  'design-gate': 'met',
  'security-gate': 'met',
  parity: 'met',
  'version-tag': 'met',
  'release-notes': 'met',
  'rollback-plan': 'met',
  'deployment-log': 'met',
};

describe('the checklist', () => {
  it('has its items in the order of its layout', () => {
    expect(items(planned()).map(({ section, id }) => `${section}: ${id}`)).toStrictEqual([
      'Pre-Release Verification: tickets',
      'Pre-Release Verification: test-suite',
      'Pre-Release Verification: quality-gate',
      'Pre-Release Verification: design-gate',
      'Pre-Release Verification: security-gate',
      'Pre-Release Verification: parity',
      'Release Artifacts: version-tag',
      'Release Artifacts: release-notes',
      'Release Artifacts: rollback-plan',
      'Release Artifacts: deployment-log',
      'Deployment Authorization: sign-off',
      'Deployment Authorization: window',
      'Deployment Authorization: clients',
    ]);
  });

  it('is open at the beginning', () => {
    expect(new Set(Object.values(states(planned())))).toStrictEqual(new Set(['open']));
  });

  it('is complete in its first two sections when the release is prepared', () => {
    expect(states(...ready)).toStrictEqual({
      ...preparation,
      'sign-off': 'open',
      window: 'open',
      clients: 'open',
    });
  });

  it('is complete when the release is cleared for production, and stays so', () => {
    const complete = { ...preparation, 'sign-off': 'met', window: 'met', clients: 'met' };
    expect(states(...cleared)).toStrictEqual(complete);
    expect(states(...live)).toStrictEqual(complete);
  });

  it('has items that do not apply: gates without a ticket, and clients who are not affected', () => {
    const plain = [planned({ tickets: [ticket('T-1')] }), merged('T-1'), clientsUnaffected()];
    const { 'design-gate': design, 'security-gate': security, clients } = states(...plain);
    expect([design, security, clients]).toStrictEqual([
      'not-applicable',
      'not-applicable',
      'not-applicable',
    ]);
  });
});
