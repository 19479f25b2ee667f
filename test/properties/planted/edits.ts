import type { AnyEvent, Fact, FactOf } from '../fact.js';

/** Changes to a history, as somebody who wanted to deceive an auditor, or a service with a fault, would leave it behind. */
export type Edit = (facts: readonly Fact[]) => readonly Fact[];

type Type = AnyEvent['type'];
type Data<Of extends Type> = FactOf<Of>['data'];

/** Which of the facts of a type: those of one stream, and only where the data says so. */
interface Which<Of extends Type> {
  readonly in: string;
  readonly where?: (data: Data<Of>) => boolean;
}

const isOne =
  <Of extends Type>(type: Of, { in: stream, where }: Which<Of>) =>
  (fact: Fact): fact is FactOf<Of> => {
    if (fact.type !== type || fact.stream !== stream) return false;
    const data = fact.data as Data<Of>;
    return where?.(data) ?? true;
  };

export const without =
  <Of extends Type>(type: Of, which: Which<Of>): Edit =>
  (facts) =>
    numbered(facts.filter((fact) => !isOne(type, which)(fact)));

type Change<Of extends Type> = Partial<Omit<FactOf<Of>, 'type' | 'data'>> & {
  readonly data?: Partial<Data<Of>>;
};

/** Says something else in each of them. */
export const changed =
  <Of extends Type>(
    type: Of,
    which: Which<Of>,
    change: Change<Of> | ((fact: FactOf<Of>, facts: readonly Fact[]) => Change<Of>),
  ): Edit =>
  (facts) =>
    facts.map((fact) => {
      if (!isOne(type, which)(fact)) return fact;
      const other = typeof change === 'function' ? change(fact, facts) : change;
      return { ...fact, ...other, data: { ...fact.data, ...other.data } };
    });

/** What is put into a history beside another fact, and has from it what it doesn't say itself. */
type Planted = AnyEvent & Partial<Pick<Fact, 'stream' | 'actor' | 'role' | 'id' | 'recordedAt'>>;

export const planted =
  <Of extends Type>(
    place: 'before' | 'after',
    type: Of,
    which: Which<Of>,
    plants: (fact: FactOf<Of>, facts: readonly Fact[]) => readonly Planted[],
  ): Edit =>
  (facts) => {
    const at = facts.findLastIndex(isOne(type, which));
    const one = facts[at];
    if (!one) throw new Error(`there is no ${type} beside which something could be planted`);
    const own = plants(one as FactOf<Of>, facts).map((plant) => ({
      ...one,
      id: 'planted',
      ...plant,
    }));
    return numbered(facts.toSpliced(place === 'before' ? at : at + 1, 0, ...own));
  };

/** The last of them once more. */
export const twice = <Of extends Type>(
  type: Of,
  which: Which<Of>,
  change: Partial<Pick<Fact, 'actor'>> = {},
): Edit =>
  planted('after', type, which, ({ data }) => [{ type, data, ...change } as unknown as Planted]);

export const one = <Of extends Type>(
  facts: readonly Fact[],
  type: Of,
  which: Which<Of>,
): FactOf<Of> => {
  const found = facts.findLast(isOne<Of>(type, which));
  if (!found) throw new Error(`there is no ${type}`);
  return found;
};

export const all =
  (...edits: readonly Edit[]): Edit =>
  (facts) =>
    edits.reduce((edited, edit) => edit(edited), facts);

/** Positions and revisions without a gap, so that nothing is found but what was planted. */
function numbered(facts: readonly Fact[]): readonly Fact[] {
  const revisions = new Map<string, number>();
  return facts.map((fact, position) => {
    const revision = revisions.get(fact.stream) ?? 0;
    revisions.set(fact.stream, revision + 1);
    return { ...fact, position, revision };
  });
}
