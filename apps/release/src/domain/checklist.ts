import { ask } from '@roadbook/decider';
import type { Answer, Condition, Gate } from '@roadbook/decider';
import { clientsAreInformed } from './clients.js';
import { productionIsAuthorized, windowIsConfirmed } from './hard-rules/rule-1-no-direct-deploy.js';
import {
  deploymentLogIsPrepared,
  notesAreCompiled,
  rollbackPlanIsDocumented,
  versionIsTagged,
} from './hard-rules/rule-2-four-artifacts.js';
import { parityIsVerified } from './hard-rules/rule-3-parity.js';
import { planIsRehearsed, planIsReviewed } from './hard-rules/rule-5-rollback-before-deployment.js';
import type { Standpoint } from './hard-rules/standpoint.js';
import {
  gateConditions,
  testSuitePassed,
  ticketsAreMerged,
  ticketsArePresent,
} from './pre-release-verification.js';
import type { PlannedRelease } from './release/state.js';
import { gateApplies } from './tickets.js';

export type ChecklistSection =
  'Pre-Release Verification' | 'Release Artifacts' | 'Deployment Authorization';

/** One line of the release checklist: its box is ticked when all its conditions are met. */
interface ItemDefinition {
  readonly id: string;
  readonly section: ChecklistSection;
  readonly conditions: readonly Condition<Standpoint>[];
  readonly applies?: (release: PlannedRelease) => boolean;
}

const anyTicketNeeds =
  (gate: Gate) =>
  ({ tickets }: PlannedRelease): boolean =>
    [...tickets.values()].some((ticket) => gateApplies(gate, ticket));

/** The items in the order of the document's layout (formats.md, release checklist). */
const items: readonly ItemDefinition[] = [
  {
    id: 'tickets',
    section: 'Pre-Release Verification',
    conditions: [ticketsAreMerged, ticketsArePresent],
  },
  { id: 'test-suite', section: 'Pre-Release Verification', conditions: [testSuitePassed] },
  { id: 'quality-gate', section: 'Pre-Release Verification', conditions: [gateConditions.quality] },
  {
    id: 'design-gate',
    section: 'Pre-Release Verification',
    conditions: [gateConditions.design],
    applies: anyTicketNeeds('design'),
  },
  {
    id: 'security-gate',
    section: 'Pre-Release Verification',
    conditions: [gateConditions.security],
    applies: anyTicketNeeds('security'),
  },
  { id: 'parity', section: 'Pre-Release Verification', conditions: [parityIsVerified] },
  { id: 'version-tag', section: 'Release Artifacts', conditions: [versionIsTagged] },
  { id: 'release-notes', section: 'Release Artifacts', conditions: [notesAreCompiled] },
  {
    id: 'rollback-plan',
    section: 'Release Artifacts',
    conditions: [rollbackPlanIsDocumented, planIsReviewed, planIsRehearsed],
  },
  { id: 'deployment-log', section: 'Release Artifacts', conditions: [deploymentLogIsPrepared] },
  { id: 'sign-off', section: 'Deployment Authorization', conditions: [productionIsAuthorized] },
  { id: 'window', section: 'Deployment Authorization', conditions: [windowIsConfirmed] },
  {
    id: 'clients',
    section: 'Deployment Authorization',
    conditions: [clientsAreInformed],
    applies: ({ clients }) => clients.are === 'affected',
  },
];

const conditionsOf = (wanted: (section: ChecklistSection) => boolean): Condition<Standpoint>[] =>
  items.filter(({ section }) => wanted(section)).flatMap(({ conditions }) => conditions);

/** *Prepared*: every item of "Pre-Release Verification" and "Release Artifacts" holds. */
export const preparedConditions = conditionsOf((section) => section !== 'Deployment Authorization');

/** *Cleared for production* asks for these on top. */
export const clearanceConditions = conditionsOf(
  (section) => section === 'Deployment Authorization',
);

export interface ChecklistItem {
  readonly id: string;
  readonly section: ChecklistSection;
  readonly state: 'met' | 'open' | 'not-applicable';
  readonly answers: readonly Answer[];
}

/** The checklist as it stands: every item, its state, its evidence, and what is missing from whom. */
export const checklist = (standpoint: Standpoint): ChecklistItem[] =>
  items.map(({ id, section, conditions, applies }) => {
    const answers = ask(conditions, standpoint);
    const applicable = applies?.(standpoint.release) ?? true;
    const state = answers.every(({ finding }) => finding.met) ? 'met' : 'open';
    return { id, section, state: applicable ? state : 'not-applicable', answers };
  });
