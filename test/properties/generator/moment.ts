import type { Role } from '@roadbook/decider';
import type { ReleaseCommand } from '../../../apps/release/src/domain/release/commands.js';
import type { Random } from '../random.js';
import type { Book } from '../simulator/book.js';
import type { Act, Wish } from '../simulator/world.js';
import { usually } from './people.js';

/** What whoever thinks of a next command can see: the book as it stands, the time, and chance. */
export class Moment {
  constructor(
    readonly book: Book,
    readonly now: string,
    readonly random: Random,
    /** A number that was not given before, for ids. */
    readonly fresh: () => number,
  ) {}

  /** Every candidate that the release ever had. */
  candidates(version: string): string[] {
    return this.book.facts.flatMap((fact) =>
      fact.type === 'CandidateChosen' && fact.stream === `release@${version}`
        ? [fact.data.commit]
        : [],
    );
  }

  /** Whoever usually acts in the role wishes it. */
  act(role: Role, wish: Wish, more: Partial<Act> = {}): Act {
    return { wish, role, actor: usually(this.random, role), ...more };
  }

  order(role: Role, version: string, command: ReleaseCommand, more: Partial<Act> = {}): Act {
    return this.act(role, { of: 'release', version, command }, more);
  }
}
