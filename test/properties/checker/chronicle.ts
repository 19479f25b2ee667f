import type { AnyEvent, Fact, FactOf } from '../fact.js';

type Type = AnyEvent['type'];

/** Facts in their order, found by type. Nothing is folded: each question goes back to the facts themselves. */
export class Chronicle {
  private readonly byType = new Map<Type, Fact[]>();

  constructor(readonly facts: readonly Fact[]) {
    for (const fact of facts) {
      const same = this.byType.get(fact.type);
      if (same) same.push(fact);
      else this.byType.set(fact.type, [fact]);
    }
  }

  /** All of this type that stood before the position. */
  all<Of extends Type>(type: Of, before = Infinity): FactOf<Of>[] {
    const same = (this.byType.get(type) ?? []) as FactOf<Of>[];
    return before === Infinity ? same : same.filter(({ position }) => position < before);
  }

  /** The last of this type before the position that answers the question. */
  last<Of extends Type>(
    type: Of,
    before: number,
    answers: (fact: FactOf<Of>) => boolean = () => true,
  ): FactOf<Of> | undefined {
    const same = (this.byType.get(type) ?? []) as FactOf<Of>[];
    for (let index = same.length - 1; index >= 0; index -= 1) {
      const fact = same[index];
      if (fact && fact.position < before && answers(fact)) return fact;
    }
    return undefined;
  }

  first<Of extends Type>(
    type: Of,
    after: number,
    answers: (fact: FactOf<Of>) => boolean = () => true,
  ): FactOf<Of> | undefined {
    return this.all(type).find((fact) => fact.position > after && answers(fact));
  }

  /** Everything after the one position and before the other. */
  between(after: number, before: number): Fact[] {
    return this.facts.filter(({ position }) => position > after && position < before);
  }
}

/** The books of a project, as an auditor gets them. */
export interface Books {
  readonly everything: Chronicle;
  readonly road: Chronicle;
  readonly answers: Chronicle;
  readonly violations: Chronicle;
  /** By version. */
  readonly releases: ReadonlyMap<string, Chronicle>;
}

export function booksOf(facts: readonly Fact[]): Books {
  const streams = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = streams.get(fact.stream);
    if (same) same.push(fact);
    else streams.set(fact.stream, [fact]);
  }
  const of = (stream: string) => new Chronicle(streams.get(stream) ?? []);
  return {
    everything: new Chronicle(facts),
    ...{ road: of('road'), answers: of('answers'), violations: of('violations') },
    releases: new Map(
      [...streams]
        .filter(([stream]) => stream.startsWith('release@'))
        .map(([stream, own]) => [stream.slice('release@'.length), new Chronicle(own)]),
    ),
  };
}

export const versionOf = ({ stream }: Fact): string => stream.slice('release@'.length);
