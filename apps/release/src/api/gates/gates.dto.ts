import { gates } from '@roadbook/decider';
import type { Gate } from '@roadbook/decider';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import { EvidenceDto, AreAll, Is, oneOf, ticketId } from '@roadbook/api';
import { IsEvidence } from '../asking/verdict.dto.js';
import { AboutCandidateDto } from '../candidate/candidate.dto.js';

export class ReportGateDto extends AboutCandidateDto {
  /**
   * Each is reported by its own role and no other: quality by the cqo, design by the cdo, security by the cso.
   * @example 'quality'
   */
  @Is(oneOf(gates))
  gate: Gate;

  /**
   * The tickets that the verdict is about: all of them or none.
   * @example ['SHOP-1']
   */
  @AreAll(ticketId)
  tickets: string[];

  /** @example 'passed' */
  @Is(oneOf(verdicts))
  verdict: Verdict;

  @IsEvidence()
  evidence: EvidenceDto;
}
