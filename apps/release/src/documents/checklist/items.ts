import type { Answer, Role } from '@roadbook/decider';
import type { ChecklistItem, ChecklistSection } from '../../domain/checklist.js';
import { box, layout } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import { itemText } from './texts.js';

export interface ShownItem {
  readonly id: string;
  readonly text: string;
  readonly state: ChecklistItem['state'];
  /** Ids of the events that show what is met. */
  readonly evidence: readonly string[];
  /** What is missing, and which role can supply it; empty unless the item is open. */
  readonly missing: readonly Missing[];
  /** What is a risk although it blocks nothing. */
  readonly risks: readonly string[];
}

export interface Missing {
  readonly condition: string;
  readonly missing: string;
  readonly from: Role | null;
}

export const itemsOf = (
  section: ChecklistSection,
  items: readonly ChecklistItem[],
  version: string,
): ShownItem[] =>
  items
    .filter((item) => item.section === section)
    .map(({ id, state, answers }) => {
      const counting = state === 'not-applicable' ? [] : answers;
      return {
        id,
        text: itemText(id, version),
        state,
        evidence: counting.flatMap(({ finding }) => (finding.met ? (finding.event ?? []) : [])),
        missing: counting.flatMap(missingOf),
        risks: counting.flatMap(({ finding }) => (finding.met ? (finding.risk ?? []) : [])),
      };
    });

const missingOf = ({ id, from, finding }: Answer): Missing[] =>
  finding.met ? [] : [{ condition: id, missing: finding.missing, from: from ?? null }];

export const itemBoxes = (items: readonly ShownItem[]): Markdown[] =>
  items.map(({ text, state }) =>
    state === 'not-applicable'
      ? layout`- ${box(true)} ${text} — not applicable`
      : layout`- ${box(state === 'met')} ${text}`,
  );
