import { parityStates, pipelineStates } from '../../domain/environment-answers/answers.js';
import type { ParityState, PipelineState } from '../../domain/environment-answers/answers.js';
import { environments } from '../../domain/environments.js';
import type { Environment } from '../../domain/environments.js';
import { CommandDto } from '../asking/command.dto.js';
import { AreAll, AreAllA, Is, Maybe, Rule } from '../fields/field.js';
import { oneOf, text } from '../fields/shape.js';
import { titleMax } from '../fields/shapes.js';
import {
  changesNamedWhereUnannotated,
  fitsTheStates,
  nothingChangedWhereConfirmed,
} from './contradictions.js';

export class DriftDto {
  /** @example 'payment.timeout' */
  @Is(text(titleMax))
  setting: string;

  /**
   * Where its value is another than in production.
   * @example ['staging']
   */
  @AreAll(oneOf(environments), { max: environments.length })
  environments: Environment[];
}

export class ReportParityDto extends CommandDto {
  /**
   * Whether staging mirrors production. `unknown` counts as no.
   * @example 'mirrors'
   */
  @Is(oneOf(parityStates))
  staging: ParityState;

  /**
   * Whether qa mirrors production.
   * @example 'mirrors'
   */
  @Is(oneOf(parityStates))
  qa: ParityState;

  /** The differences in settings that affect behaviour. */
  @Maybe()
  @Rule('differences of environments that are not said to mirror production', fitsTheStates)
  @AreAllA(() => DriftDto, { min: 0 })
  drift: DriftDto[] = [];
}

export class ReportPipelineDto extends CommandDto {
  /**
   * `unannotated`: a change to the pipeline stands that was not annotated and confirmed before. `unknown` counts as that.
   * @example 'confirmed'
   */
  @Is(oneOf(pipelineStates))
  state: PipelineState;

  /**
   * The changes that stand without annotation, in words.
   * @example []
   */
  @Maybe()
  @Rule('empty where every change is confirmed', nothingChangedWhereConfirmed)
  @Rule('what stands without annotation, where something does', changesNamedWhereUnannotated)
  @AreAll(text(titleMax), { min: 0 })
  changes: string[] = [];
}
