import { ticketId } from './names.js';
import { listOf, objectOf, oneOf, yesOrNo } from './say.js';
import { text, titleMax } from './text.js';
import { ticketType } from './words.js';

const areas = [
  'auth',
  'permissions',
  'secrets',
  'pii',
  'external-api',
  'payments',
  'storage',
  'logging',
] as const;

export const ticket = objectOf({
  id: ticketId,
  title: text(titleMax).describe('What it is about.'),
  type: ticketType,
  ui: yesOrNo.describe('Whether users see the change; then the design gate applies.'),
  securityScope: listOf(oneOf(areas), { min: 0, max: areas.length }).describe(
    'What of security it touches; if anything, the security gate applies.',
  ),
}).describe('A unit of change.');

/** The tickets that a release targets. */
export const tickets = listOf(ticket).describe('The tickets of the release.');

export const ticketIds = listOf(ticketId);
