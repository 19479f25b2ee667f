import {
  authorizationDenied,
  authorizationGranted,
  authorizationRequested,
  authorizationsVoided,
  windowConfirmed,
  windowLapsed,
  windowProposed,
} from '@roadbook/contracts';
import { nothing, tell } from '@roadbook/telling';
import type { AuthorizationEvent } from '../domain/release/events.js';
import { sentence } from './parts.js';
import type { Tellings } from './telling.js';

const [promotion, production] = [{ of: 'promotion' }, { of: 'production' }] as const;

export const authorization: Tellings<AuthorizationEvent> = {
  PromotionAuthorizationRequested: ({ data }, { happening }) => [
    tell(authorizationRequested, { ...happening, ...promotion, ...data }),
  ],
  PromotionAuthorized: ({ data }, { happening }) => [
    tell(authorizationGranted, { ...happening, ...promotion, ...data }),
  ],
  PromotionDenied: ({ data }, { happening }) => [
    tell(authorizationDenied, { ...happening, ...promotion, ...data }),
  ],
  ProductionAuthorizationRequested: ({ data }, { happening }) => [
    tell(authorizationRequested, { ...happening, ...production, ...data }),
  ],
  ProductionAuthorized: ({ data }, { happening }) => [
    tell(authorizationGranted, { ...happening, ...production, ...data }),
  ],
  ProductionDenied: ({ data }, { happening }) => [
    tell(authorizationDenied, { ...happening, ...production, ...data }),
  ],
  AuthorizationsVoided: ({ data: { candidate, reason } }, { happening }) => [
    tell(authorizationsVoided, { ...happening, candidate, reason: sentence(reason) }),
  ],
  WindowProposed: ({ data }, { happening }) => [tell(windowProposed, { ...happening, ...data })],
  WindowConfirmed: ({ data }, { happening }) => [tell(windowConfirmed, { ...happening, ...data })],
  WindowLapsed: ({ data: { start, end } }, { happening }) => [
    tell(windowLapsed, { ...happening, start, end }),
  ],
  ClientsDeclaredUnaffected: nothing,
  ClientsDeclaredAffected: nothing,
  ClientCommunicationAcknowledged: nothing,
};
