import { isRefusal } from '@roadbook/decider';
import type { Origin, Refusal, Visibility } from '@roadbook/decider';
import { unaskedOrigin } from '@roadbook/decisions';
import type { Decisions } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import { entryDecider } from '../domain/entry/decide.js';
import { overdue } from '../domain/entry/given-up.js';
import type { Superseded } from '../domain/entry/parts.js';
import type { Entry } from '../domain/entry/state.js';
import { entryStream } from '../domain/streams.js';

/** How many entries in a row may have taken the place of one: each is one more append. */
const stepsMax = 100;

/** What superseding is decided without. */
const nothing = () => ({ project: { registered: true } });

/**
 * The first of the two appends by which an entry takes the place of another: the stream of the one that is superseded decides that no
 * other entry does. A repeat finds what it said there, and goes on to the second.
 */
export class Superseding {
  constructor(
    private readonly decisions: Decisions,
    private readonly project: string,
  ) {}

  /** By what somebody writes: exactly the entry that they name. */
  async supersede(entry: string, by: string, origin: Origin): Promise<Superseded | Refusal> {
    const insteadOf = await this.givenUp(entry, by, origin);
    const refusal = await this.decide(entry, { by, insteadOf }, origin);
    return refusal ?? { entry, visibility: visibilityOf(await this.load(entry)) ?? 'internal' };
  }

  /**
   * By the entry of a happening: the entry of the happening before it, or what somebody wrote in the place of that one meanwhile.
   * @param usual the visibility of one that has not come yet: entries of one happening have the same
   * @throws where somebody is about to write it, or did so endlessly; to be done again later
   */
  async supersedeLatest(
    first: string,
    by: string,
    usual: Visibility,
    origin: Origin,
  ): Promise<Superseded> {
    let entry = first;
    for (let step = 0; step < stepsMax; step += 1) {
      const insteadOf = await this.givenUp(entry, by, origin);
      const refusal = await this.decide(entry, { by, insteadOf }, origin);
      const superseded = await this.load(entry);
      if (!refusal) return { entry, visibility: visibilityOf(superseded) ?? usual };
      const { by: next = '', role } = superseded.supersededBy ?? {};
      if (role !== 'system' && visibilityOf(await this.load(next)) === undefined)
        throw new Error(`entry ${next} is being written in the place of ${entry}`);
      entry = next;
    }
    throw new Error(`more than ${stepsMax} entries in a row took the place of ${first}`);
  }

  private async load(entry: string): Promise<Entry> {
    return (await this.decisions.load(entryDecider, entryStream(this.project, entry))).state;
  }

  private async decide(
    entry: string,
    data: { readonly by: string; readonly insteadOf: string | null },
    origin: Origin,
  ): Promise<Refusal | undefined> {
    const command = { type: 'SupersedeEntry', data } as const;
    const question = { command, origin, surroundings: nothing };
    const stream = entryStream(this.project, entry);
    const outcome = await this.decisions.decide(entryDecider, stream, question);
    return isRefusal(outcome) ? outcome : undefined;
  }

  /** The entry that announced itself here and never came, once it is certain that it comes no more; null where there is none. */
  private async givenUp(entry: string, by: string, origin: Origin): Promise<string | null> {
    const late = overdue(await this.load(entry), origin.at);
    if (late === undefined || late === by) return null;
    const stream = entryStream(this.project, late);
    await this.decisions.decide(entryDecider, stream, {
      command: { type: 'AbandonEntry', data: { for: by } },
      origin: unaskedOrigin(
        derivedId(origin.commandId, `give up ${late}`),
        origin.at,
        origin.correlationId,
      ),
      surroundings: nothing,
    });
    return (await this.load(late)).situation.is === 'abandoned' ? late : null;
  }
}

const visibilityOf = ({ situation }: Entry): Visibility | undefined =>
  situation.is === 'recorded' ? situation.visibility : undefined;
