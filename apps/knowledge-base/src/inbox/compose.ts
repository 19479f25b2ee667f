import type { Said } from '@roadbook/contracts';
import type { Happening } from '../commands/happening.js';
import { happening } from './composed.js';
import type { Composed, Told } from './composed.js';
import { composeConfigurationChange } from './happenings/configuration-change-ended.js';
import { composeLogClosed } from './happenings/deployment-log-closed.js';
import { composeParity } from './happenings/parity-verified.js';
import { composePipelineImplemented } from './happenings/pipeline-change-implemented.js';
import { composePipelineReverted } from './happenings/pipeline-change-reverted.js';
import { composeExecuted } from './happenings/release-executed.js';
import { composePrepared } from './happenings/release-prepared.js';
import { composeRollback } from './happenings/rollback-ended.js';
import { composeViolation } from './happenings/violation-recorded.js';

/** What a message calls for: the entry of a happening of the contract; `undefined` for everything else that is told. */
export function calledFor({ type, data }: Said): Happening | undefined {
  switch (type) {
    case 'roadbook.release-prepared.v1':
      return entry('release-prepared', data, composePrepared(data));
    case 'roadbook.release-executed.v1':
      return entry('release-executed', data, composeExecuted(data));
    case 'roadbook.deployment-log-closed.v1':
      return entry('deployment-log-closed', data, composeLogClosed(data));
    case 'roadbook.rollback-ended.v1':
      return entry('rollback-ended', data, composeRollback(data));
    case 'roadbook.configuration-change-ended.v1':
      return entry('configuration-change-ended', data, composeConfigurationChange(data));
    case 'roadbook.parity-verified.v1':
      return entry('parity-verified', data, composeParity(data));
    case 'roadbook.pipeline-change-implemented.v1':
      return entry('pipeline-change-implemented', data, composePipelineImplemented(data));
    case 'roadbook.pipeline-change-reverted.v1':
      return entry('pipeline-change-reverted', data, composePipelineReverted(data));
    case 'roadbook.violation-recorded.v1':
      return entry('violation-recorded', data, composeViolation(data));
    default:
      return undefined;
  }
}

const entry = (name: string, told: Told, composed: Composed | undefined): Happening | undefined =>
  composed && happening(name, told, composed);
