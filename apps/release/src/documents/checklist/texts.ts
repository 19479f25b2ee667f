/** The items of the checklist in the words of its layout, by their ids in the domain. */
const texts: Readonly<Record<string, (version: string) => string>> = {
  tickets: () => 'All targeted tickets merged and present',
  'test-suite': () => 'Full test suite passing on release candidate',
  'quality-gate': () => 'CQO quality gate confirmed for all included features',
  'design-gate': () => 'CDO design gate confirmed for all included UI features',
  'security-gate': () => 'CSO security clearance confirmed (if security scope triggered)',
  parity: () => 'Environment parity verified: staging mirrors production',
  'version-tag': (version) => `Version tag applied: v${version}`,
  'release-notes': () => 'Release notes compiled (see below)',
  'rollback-plan': () => 'Rollback plan documented and reviewed',
  'deployment-log': () => 'Deployment log entry prepared',
  'sign-off': () => 'Orchestrator sign-off received',
  window: () => 'Production deployment window confirmed',
  clients: () => 'CCO notified for client communication (if applicable)',
};

export const itemText = (id: string, version: string): string => texts[id]?.(version) ?? id;
