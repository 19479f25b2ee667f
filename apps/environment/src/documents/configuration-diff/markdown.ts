import { date, layout, Markdown } from '@roadbook/documents';
import type { ParityState } from '../../domain/environments/parity.js';
import type { Content } from '../../domain/environments/settings.js';
import type {
  ChangedContent,
  ChangedScope,
  ConfigurationDiffDocument,
  ParityImpact,
} from './document.js';
import { riskOf } from './risk.js';

/** In the fixed layout, nothing that the JSON does not have. What is no text of a setting is emphasized, which no text can be. */
export const configurationDiffMarkdown = (document: ConfigurationDiffDocument): string =>
  layout`## ENVIRONMENT CONFIG DIFF — ${date(document.date)}
**Change:** ${document.what}
**Reason:** ${document.reason}
**Environments affected:** ${document.environments.join(', ')}

### Configuration Changes
${[
  new Markdown('| Setting | Current Value | New Value | Environments |'),
  new Markdown('|---------|-------------|-----------|-------------|'),
  ...document.settings.map(contentLine),
  ...document.scopes.map((scope) => scopeLine(scope, document.environments)),
]}

### Parity Impact
| Environment Pair | Currently Parity? | After Change? |
|-----------------|-------------------|--------------|
${document.parity.map(parityLine)}

### Risk Assessment
${riskOf(document)}

### Approved by: CIO — ${document.approved ? date(document.approved.at) : 'not yet'}
`.source;

const contentLine = ({ setting, current, proposed, environments }: ChangedContent): Markdown =>
  layout`| ${setting} | ${shown(current)} | ${shown(proposed)} | ${environments.join(', ')} |`;

const scopeLine = (
  { setting, current, proposed }: ChangedScope,
  environments: ConfigurationDiffDocument['environments'],
): Markdown =>
  layout`| ${setting} | *scope ${current}* | *scope ${proposed}* | ${environments.join(', ')} |`;

const parityLine = ({ environment, current, after }: ParityImpact): Markdown =>
  layout`| ${environment} ↔ production | ${answer(current)} | ${answer(after)} |`;

/** What is not known counts as no. */
const answer = (state: ParityState): string => (state === 'mirrors' ? 'YES' : 'NO');

const digestCharacters = 8;

/** Of a secret a few digits of its digest, by which two can be told apart. */
function shown(content: Content | null): Markdown {
  if (content === null) return new Markdown('*not set*');
  if ('digest' in content) return layout`*secret ${content.digest.slice(0, digestCharacters)}*`;
  return content.value.trim() === '' ? new Markdown('*blank*') : layout`${content.value}`;
}
