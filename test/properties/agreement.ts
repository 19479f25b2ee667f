import { isRefusal, unmet, environments } from '@roadbook/decider';
import type { Decision, DomainEvent, Origin, Unmet } from '@roadbook/decider';
import type { AtEnvironment } from '../../apps/release/src/domain/hard-rules/standpoint.js';
import { decideRelease } from '../../apps/release/src/domain/release/decide.js';
import type { PlannedRelease } from '../../apps/release/src/domain/release/state.js';
import { decideRoad } from '../../apps/release/src/domain/road/decide.js';
import type { Road } from '../../apps/release/src/domain/road/road.js';
import { mayBeDeployed, nextEnvironment } from './generator/helpful.js';
import { answeredAt } from '../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type { Environments } from '../../apps/release/src/domain/environment-answers/environments.fixture.js';
import { claimFor, withClaim } from './simulator/processes.js';
import { surroundingsIn } from './simulator/service.js';
import type { World } from './simulator/world.js';

/** One question, one answer: whether a deployment may start is said with the same sentences when it is asked and when it is tried. */
export class Agreement {
  private last: readonly [PlannedRelease?, Road?, Environments?] = [];
  asked = 0;
  readonly disagreements: string[] = [];

  /** @param eligible what eligibility says is missing */
  constructor(private readonly eligible = whatIsMissing) {}

  /** Asks about the state that was reached, unless it was asked about before. */
  look({ book, now }: World, version: string): void {
    const release = book.release(version);
    if (release.situation === 'unplanned') return;
    const state = [release, book.road(), book.answers()] as const;
    if (state.every((part, index) => part === this.last[index])) return;
    this.last = state;
    this.asked += 1;
    const environment =
      this.asked % elsewhereEvery === 0
        ? environments[(this.asked / elsewhereEvery) % environments.length]
        : nextEnvironment(release);
    this.ask({
      ...{ release, surroundings: surroundingsIn(book), at: now },
      environment: environment ?? 'production',
    });
  }

  private ask(about: AtEnvironment): void {
    const asked = this.eligible(about);
    const tried = refusals(requested(about));
    const claimed = asked.length > 0 ? asked : refusals(claim(about));
    if (same(asked, tried) && same(asked, claimed)) return;
    const told = [asked, tried, claimed].map((sentences) => JSON.stringify(sentences));
    this.disagreements.push(
      `${about.release.version} to ${about.environment}: ${told.join(' or ')}`,
    );
  }
}

export const whatIsMissing = (about: AtEnvironment): readonly Unmet[] =>
  unmet(mayBeDeployed(about).answers);

/** Mostly the environment is asked about that comes next; the others are in between. */
const elsewhereEvery = 4;

const originAt = (at: string): Origin => ({
  ...{ actor: 'somebody who never acted', role: 'cio', at },
  ...{ commandId: 'asked', correlationId: 'asked' },
});

const requested = ({ release, surroundings, at, environment }: AtEnvironment) =>
  decideRelease(
    { type: 'RequestDeployment', data: { environment, claim: 'asked' } },
    release,
    originAt(at),
    {
      ...surroundings,
      ...answeredAt(surroundings, at, 'asked'),
      road: withClaim(surroundings.road, release.version, environment, 'asked'),
    },
  );

const claim = ({ release, surroundings, at, environment }: AtEnvironment) =>
  decideRoad(claimFor(release, environment, 'asked'), surroundings.road, originAt(at));

const refusals = (decision: Decision<DomainEvent>): readonly Unmet[] =>
  isRefusal(decision) ? decision.refused : [];

const same = (some: readonly Unmet[], others: readonly Unmet[]): boolean =>
  some === others ||
  (some.length === others.length &&
    some.every(
      ({ id, missing }, index) => id === others[index]?.id && missing === others[index].missing,
    ));
