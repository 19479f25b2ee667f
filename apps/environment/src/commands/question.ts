import type { ActorId, Role } from '@roadbook/decider';
import type { ParityAnswer } from '../domain/environments/parity.js';
import type { PipelineAnswer } from '../domain/pipeline/answer.js';
import type { AskedFor } from '../domain/verification.js';

/** What another service asks about a project. */
export interface Question extends Omit<AskedFor, 'question' | 'purpose' | 'version'> {
  /** The release that it is asked for; null where it is asked for a whole project. */
  readonly version: string | null;
  readonly id: string;
  readonly project: string;
  /** For whose command it is asked. */
  readonly actor: ActorId;
  readonly role: Role;
  readonly asks: readonly ('pipeline' | 'parity')[];
  /** Answers for eligibility leave nothing behind. */
  readonly purpose: AskedFor['purpose'] | 'eligibility';
  /** The instant for which it is asked; null for now. */
  readonly asOf: string | null;
  readonly correlationId: string;
}

/** An answer with its id, and when it was given. */
export type Given<Answer> = Answer & { readonly id: string; readonly answeredAt: string };

/** Null where it was not asked. */
export interface Answers {
  readonly pipeline: Given<PipelineAnswer> | null;
  readonly parity: Given<ParityAnswer> | null;
}
