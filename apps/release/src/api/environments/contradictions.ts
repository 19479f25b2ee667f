import type {
  Drift,
  ParityState,
  PipelineState,
} from '../../domain/environment-answers/answers.js';

interface States {
  readonly staging: ParityState;
  readonly qa: ParityState;
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** A difference is one between production and an environment; one of production alone is one of both that are compared with it. */
const differ = ({ environments }: Drift, { staging, qa }: States): boolean =>
  !(environments.includes('staging') && staging === 'mirrors') &&
  !(environments.includes('qa') && qa === 'mirrors') &&
  !(environments.every((one) => one === 'production') && staging === 'mirrors' && qa === 'mirrors');

const isDrift = (value: unknown): value is Drift =>
  isList((value as Partial<Drift> | null)?.environments);

/** False where a report names a difference of an environment that it says mirrors production. */
export const fitsTheStates = (drift: unknown, states: States): boolean =>
  !isList(drift) || drift.filter(isDrift).every((one) => differ(one, states));

/** False where a report says that changes stand unannotated and names none: nobody could revert it. */
export const changesNamedWhereUnannotated = (
  changes: unknown,
  { state }: { readonly state: PipelineState },
): boolean => state !== 'unannotated' || !isList(changes) || changes.length > 0;

/** False where a report names changes and says that each is confirmed. */
export const nothingChangedWhereConfirmed = (
  changes: unknown,
  { state }: { readonly state: PipelineState },
): boolean => state !== 'confirmed' || !isList(changes) || changes.length === 0;
