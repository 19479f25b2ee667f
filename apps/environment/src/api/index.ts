import { AuditController } from './audit/audit.controller.js';

/** In the order of the alphabet. */
export const controllers = [AuditController];
