import type {
  Decider,
  Origin,
  RecordViolationAbout,
  Refusal,
  Violation,
  ViolationRecordedAbout,
  Violations,
} from '@roadbook/decider';
import type { Decisions } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';

/** A refusal by a hard rule that is on record as a violation. */
export interface RefusalOnRecord extends Refusal {
  readonly violation: true;
}

/** Puts attempts to break a hard rule on record, each once. */
export class ViolationsOnRecord<Of extends object> {
  constructor(
    private readonly decisions: Decisions,
    private readonly decider: Decider<
      RecordViolationAbout<Of>,
      Violations,
      ViolationRecordedAbout<Of>
    >,
  ) {}

  /**
   * The refusal as it is answered, once what it leaves behind is on record.
   * @param stream that of the violations
   */
  async refused(
    stream: string,
    refusal: Refusal,
    violations: readonly Violation<Of>[],
    origin: Origin,
  ): Promise<Refusal | RefusalOnRecord> {
    for (const violation of violations) await this.record(stream, violation, origin);
    return violations.length > 0 ? { ...refusal, violation: true } : refusal;
  }

  /** @param origin of the attempt */
  async record(stream: string, violation: Violation<Of>, origin: Origin): Promise<void> {
    const commandId = derivedId(origin.commandId, `violation/${String(violation.rule)}`);
    await this.decisions.decide(this.decider, stream, {
      command: { type: 'RecordViolation', data: violation },
      origin: { ...origin, commandId },
      surroundings: () => undefined,
    });
  }
}
