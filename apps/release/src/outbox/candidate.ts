import {
  candidateChosen,
  gateRecorded,
  securityBlockCleared,
  securityBlockSet,
} from '@roadbook/contracts';
import { nothing, tell } from '@roadbook/telling';
import type { CandidateEvent } from '../domain/release/events.js';
import type { Tellings } from './telling.js';

export const candidate: Tellings<CandidateEvent> = {
  CandidateChosen: ({ data: { commit, replaces } }, { happening }) => [
    tell(candidateChosen, { ...happening, candidate: commit, replaces }),
  ],
  CandidateContentsReported: nothing,
  TestSuiteReported: nothing,
  GateReported: ({ data }, { happening }) => [tell(gateRecorded, { ...happening, ...data })],
  ParityChecked: nothing,
  SecurityBlockSet: ({ data: { reason } }, { happening }) => [
    tell(securityBlockSet, { ...happening, reason }),
  ],
  SecurityBlockCleared: ({ data: { reason } }, { happening }) => [
    tell(securityBlockCleared, { ...happening, reason }),
  ],
};
