import { answeredAt, environmentsDecider } from './environments.fixture.js';
import type { EnvironmentChange, EnvironmentFact, Environments } from './environments.fixture.js';
import { EnvironmentAnswersSource } from './source.js';
import type { EnvironmentAnswers, EnvironmentQuestion } from './source.js';

/** Answers at once, out of the environments that a spec describes; what was not asked is not answered. */
export class DescribedEnvironments extends EnvironmentAnswersSource {
  readonly asked: EnvironmentQuestion[] = [];
  /** While it is silent, nobody answers in time. */
  silent = false;
  private changes = 0;

  constructor(private environments: Environments = environmentsDecider.initial) {
    super();
  }

  change(change: EnvironmentChange, recordedAt: string): void {
    this.changes += 1;
    const id = `answer-${String(this.changes)}`;
    const fact = {
      ...(
        environmentsDecider.decide(
          change,
          this.environments,
          undefined as never,
        ) as EnvironmentFact[]
      )[0],
      id,
    };
    this.environments = environmentsDecider.evolve(this.environments, {
      ...fact,
      recordedAt,
    } as never);
  }

  override ask(question: EnvironmentQuestion): Promise<EnvironmentAnswers> {
    this.asked.push(question);
    const { parity, pipeline } = answeredAt(
      this.environments,
      question.origin.at,
      question.deployment,
    );
    const { initial } = environmentsDecider;
    return Promise.resolve({
      parity: this.answers(question, 'parity') ? parity : initial.parity,
      pipeline: this.answers(question, 'pipeline') ? pipeline : initial.pipeline,
    });
  }

  private answers({ asks }: EnvironmentQuestion, what: 'parity' | 'pipeline'): boolean {
    return !this.silent && asks.includes(what);
  }
}
