import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import { CommandDto, EvidenceDto, AreAll, Is, oneOf, commitId, ticketId } from '@roadbook/api';
import { IsEvidence } from '../asking/verdict.dto.js';

export class ChooseCandidateDto extends CommandDto {
  /**
   * The commit that would be shipped. Another one voids what was proved about the one before.
   * @example 'c0ffee1'
   */
  @Is(commitId)
  commit: string;
}

export class AboutCandidateDto extends CommandDto {
  /**
   * The commit that this is about.
   * @example 'c0ffee1'
   */
  @Is(commitId)
  candidate: string;
}

/** A candidate has what was targeted, and what got in besides. */
const containedMax = 2_000;

export class ReportContentsDto extends AboutCandidateDto {
  /**
   * Every ticket that the candidate contains, targeted or not.
   * @example ['SHOP-1']
   */
  @AreAll(ticketId, { min: 0, max: containedMax })
  tickets: string[];
}

export class ReportTestSuiteDto extends AboutCandidateDto {
  /** @example 'passed' */
  @Is(oneOf(verdicts))
  verdict: Verdict;

  @IsEvidence()
  evidence: EvidenceDto;
}
