import { applyDecorators } from '@nestjs/common';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import {
  Is,
  IsA,
  IsTime,
  Maybe,
  Rule,
  oneOf,
  text,
  whole,
  EvidenceDto,
  checkName,
} from '@roadbook/api';
import { noteMax } from '@roadbook/decider';

const saysSomething = (evidence: unknown): boolean =>
  evidence instanceof EvidenceDto &&
  [evidence.link, evidence.digest, evidence.note].some((one) => one !== undefined);

/** Property decorator: evidence that says something. */
export const IsEvidence = (): PropertyDecorator =>
  applyDecorators(
    Rule('an object with a link, a digest or a note', saysSomething),
    IsA(() => EvidenceDto),
  );

export class CheckResultDto {
  /**
   * One of the checks that the environment asks for.
   * @example 'smoke-tests'
   */
  @Is(checkName)
  check: string;

  /** @example 'passed' */
  @Is(oneOf(verdicts))
  verdict: Verdict;

  @IsEvidence()
  evidence: EvidenceDto;
}

export class StepResultDto {
  /**
   * Counts from 1; the verification is the last.
   * @example 1
   */
  @Is(whole(1, 100))
  step: number;

  /** @example '2026-03-02T09:30:00Z' */
  @IsTime()
  startedAt: string;

  /** @example '2026-03-02T09:31:40Z' */
  @IsTime()
  endedAt: string;

  /** @example 'passed' */
  @Is(oneOf(verdicts))
  verdict: Verdict;

  /** @example 'the old image answers' */
  @Maybe()
  @Is(text(noteMax))
  note?: string;
}
