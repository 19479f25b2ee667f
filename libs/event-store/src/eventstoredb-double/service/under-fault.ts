import type { Fault, Faults } from '../faults.js';
import { Failure, failures } from '../wire/failures.js';

/** An append, by the steps at which something can go wrong. */
export interface Deed<Answer> {
  /** @throws Failure where the answer is an error */
  write(): Answer;
  answer(answer: Answer): void;
  /** Ends the call with this error. */
  fail(failure: Failure): void;
  /** An answer that says nothing. */
  readonly nothing: () => Answer | undefined;
  /** A refusal, whatever was written. */
  readonly wrongVersion: () => Answer;
  refuseNotReady(): void;
}

interface Place {
  readonly faults: Faults;
  readonly notLeader: () => Failure;
}

/** Does it, or what the fault makes of it. */
export function underFault<Answer>(
  { faults, notLeader }: Place,
  fault: Fault | undefined,
  deed: Deed<Answer>,
): void {
  const done = (next: (answer: Answer) => void): void => {
    try {
      next(deed.write());
    } catch (error) {
      deed.fail(error instanceof Failure ? error : failures.brokenHandler());
    }
  };
  const answer = (given: Answer): void => {
    deed.answer(given);
  };
  const faulty: Record<Fault, () => void> = {
    silence: () => undefined,
    'lost-answer': () => {
      done(() => undefined);
    },
    'late-answer': () => {
      done((given) => {
        faults.hold(() => {
          answer(given);
        });
      });
    },
    'late-write': () => {
      faults.hold(() => {
        done(answer);
      });
    },
    broken: () => {
      done(() => {
        deed.fail(failures.cancelled());
      });
    },
    'cut-short': () => {
      deed.fail(failures.cancelled());
    },
    'clean-end': () => {
      const nothing = deed.nothing();
      if (nothing) answer(nothing);
    },
    'wrong-version': () => {
      done(() => {
        answer(deed.wrongVersion());
      });
    },
    'not-leader': () => {
      deed.fail(notLeader());
    },
    'not-ready': () => {
      deed.refuseNotReady();
    },
    'commit-timeout': () => {
      deed.fail(failures.commitTimeout());
    },
    'second-answer': () => {
      done((given) => {
        answer(given);
        answer(given);
      });
    },
  };
  if (fault) faulty[fault]();
  else done(answer);
}
