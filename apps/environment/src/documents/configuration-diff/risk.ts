import { date, layout } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import type { Drift } from '../../domain/environments/drift.js';
import type { ConfigurationDiffDocument } from './document.js';

/** Paragraphs: what its author said, and what Roadbook knows of it. */
export function riskOf({ risk, stage, ended }: ConfigurationDiffDocument): Markdown[] {
  const { text, drift, failedIn, reverting } = risk;
  return [
    layout`${text}`,
    drift.length > 0
      ? layout`This change leaves drift, which blocks production until it is resolved: ${drift.map(named).join(', ')}.`
      : layout`This change leaves no drift behind when it is in all of them; what differs until then blocks production.`,
    ...(failedIn.length > 0
      ? [layout`It failed in ${failedIn.join(', ')}, which is an open risk until it is reverted.`]
      : []),
    ...(reverting === null ? [] : [layout`It is being reverted: ${reverting}`]),
    ...(ended ? [endOf(stage, ended)] : []),
  ].flatMap((paragraph, index) => (index === 0 ? [paragraph] : [layout``, paragraph]));
}

function endOf(
  stage: ConfigurationDiffDocument['stage'],
  { at, reason, environments }: NonNullable<ConfigurationDiffDocument['ended']>,
): Markdown {
  const day = date(at);
  if (stage === 'completed')
    return layout`Completed on ${day}: it is in ${environments.join(', ')}.`;
  if (stage === 'reverted') return layout`Reverted on ${day}: ${reason ?? '—'}`;
  return environments.length === 0
    ? layout`Withdrawn on ${day}, before it was applied anywhere: ${reason ?? '—'}`
    : layout`Withdrawn on ${day}, and stays in ${environments.join(', ')}, where what differs is drift: ${reason ?? '—'}`;
}

const named = ({ setting, kind, environment }: Drift): string =>
  kind === 'between'
    ? `${setting} between ${environment} and production`
    : `${setting} in ${environment} from what was declared`;
