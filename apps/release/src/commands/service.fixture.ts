import { isRefusal, plusMs } from '@roadbook/decider';
import type { Origin, Role, Environment } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import type { Accepted, Outcome } from '@roadbook/decisions';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { derivedId, ManualClock } from '@roadbook/process';
import { DescribedEnvironments } from '../domain/environment-answers/source.fixture.js';
import { DescribedKnowledge } from '../domain/known-issues/source.fixture.js';
import { checksOf, paths } from '../domain/environments.js';
import type { ReleaseKind } from '../domain/environments.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import type { PlanStep } from '../domain/release/parts.js';
import { Reactions } from '../reactions/reactions.js';
import { Deciding } from './deciding.js';
import { WithdrawUnclaimed } from './pipeline-change-found.js';
import { PromotionProcess } from './promotion-process.js';
import { RollbackProcess } from './rollback-process.js';

const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
export const project = 'shop';

const step = (action: string): PlanStep => ({
  action,
  command: `./${action}.sh`,
  expected: 'it says done',
  estimateSeconds: 60,
});

export const evidence = { link: 'https://ci.example/run/1' };

/** The release service without its edges: decisions, processes and reactions over a store in memory, with a clock to turn. */
export class Service {
  readonly clock = new ManualClock('2026-01-01T10:00:00.000Z');
  readonly environments = new DescribedEnvironments();
  readonly knowledge = new DescribedKnowledge(this.clock);
  readonly decisions: Decisions;
  readonly deciding: Deciding;
  readonly promotion: PromotionProcess;
  readonly rollback: RollbackProcess;
  readonly settled = { settled: () => this.react() };
  private readonly reactions: Reactions;
  private reactedTo = -1;
  private commands = 0;

  constructor(readonly store = new InMemoryEventStore()) {
    this.decisions = new Decisions(store);
    this.deciding = new Deciding(this.decisions, this.environments, this.knowledge, {
      deploymentMs: 3_600_000,
      verificationMs: 900_000,
    });
    this.promotion = new PromotionProcess(this.deciding, this.settled);
    this.rollback = new RollbackProcess(this.deciding);
    this.reactions = new Reactions(this.deciding, this.rollback, this.clock);
  }

  /** An identity is named after its role unless another name is given. */
  origin(
    role: Role,
    actor: string = role,
    command = `command ${String((this.commands += 1))}`,
  ): Origin {
    const commandId = derivedId(namespace, command);
    return { actor, role, at: this.clock.now(), commandId, correlationId: commandId };
  }

  async react(): Promise<void> {
    for (;;) {
      const page = await this.store.readAll({ after: this.reactedTo });
      for (const event of page.events)
        if (Reactions.types.some((type) => type === event.type)) await this.reactions.to(event);
      this.reactedTo = page.position;
      if (page.atEnd) return;
    }
  }

  async give(version: string, role: Role, command: ReleaseCommand): Promise<Outcome> {
    this.clock.advance({ seconds: 1 });
    const outcome = await this.deciding.onRelease({ project, version }, command, this.origin(role));
    await this.react();
    return outcome;
  }

  async must(version: string, role: Role, command: ReleaseCommand): Promise<Accepted> {
    return accepted(await this.give(version, role, command));
  }

  async register(): Promise<void> {
    const data = { project, name: 'The shop' };
    accepted(
      await this.deciding.onRoad(
        project,
        { type: 'RegisterProject', data },
        this.origin('orchestrator'),
      ),
    );
  }

  async answer(parity: 'mirrors' | 'drifts', pipeline: 'confirmed' | 'unannotated'): Promise<void> {
    this.clock.advance({ seconds: 1 });
    const at = this.clock.now();
    const differences = { staging: parity, qa: parity, drift: [] };
    this.environments.change({ type: 'ReportParity', data: differences }, at);
    this.environments.change(
      { type: 'ReportPipeline', data: { state: pipeline, changes: [] } },
      at,
    );
    await this.react();
  }

  /** As the inbox does it when the environment service has found a pipeline change. */
  pipelineChangeFound(change: string): Promise<void> {
    const id = derivedId(namespace, `found ${change}`);
    const withdraws = new WithdrawUnclaimed(this.deciding, this.clock);
    return withdraws.after({ project, change, because: { id, correlationId: id } });
  }

  async prepare(
    version: string,
    kind: ReleaseKind = 'standard',
    candidate = 'c0ffee1',
  ): Promise<void> {
    const ticket = {
      id: 'T-1',
      title: 'Pay by card',
      type: 'feature',
      ui: false,
      securityScope: [],
    } as const;
    const tickets = [ticket.id];
    const must = (role: Role, command: ReleaseCommand) => this.must(version, role, command);
    await this.answer('mirrors', 'confirmed');
    await must('cio', {
      type: 'PlanRelease',
      data: { project, version, kind, breaking: false, tickets: [ticket] },
    });
    await must('cto', { type: 'ReportMerge', data: { tickets, commit: candidate } });
    await must('cio', { type: 'ChooseCandidate', data: { commit: candidate } });
    await must('deployer', { type: 'ReportContents', data: { candidate, tickets } });
    await must('deployer', {
      type: 'ReportTestSuite',
      data: { candidate, verdict: 'passed', evidence },
    });
    await must('cqo', {
      type: 'ReportGate',
      data: { gate: 'quality', candidate, tickets, verdict: 'passed', evidence },
    });
    await must('cio', { type: 'CheckParity', data: {} });
    await must('cio', {
      type: 'CompileNotes',
      data: {
        ...{ descriptions: {}, knownIssues: [], fromKnowledgeBase: true },
        ...{ breakingChanges: [], migrationNotes: [] },
      },
    });
    const plan = {
      method: 'previous container image',
      steps: [step('deploy-previous')],
      verification: step('smoke'),
      validForHours: 24,
    } as const;
    const digest = `plan of ${version}`;
    await must('cio', { type: 'WriteRollbackPlan', data: { ...plan, digest } });
    await must('cto', {
      type: 'ReviewRollbackPlan',
      data: { plan: digest, verdict: 'passed', note: '' },
    });
    await must('deployer', {
      type: 'StartRehearsal',
      data: { rehearsal: `rehearsal of ${version}`, plan: digest, environment: 'staging' },
    });
    await must('deployer', {
      type: 'ReportRehearsalSteps',
      data: { rehearsal: `rehearsal of ${version}`, steps: this.steps() },
    });
    await must('cio', { type: 'TagVersion', data: { candidate } });
    await must('cio', { type: 'PrepareDeploymentLog', data: {} });
    await must('cio', { type: 'RequestAuthorization', data: { of: 'promotion' } });
    await must('orchestrator', { type: 'Authorize', data: { of: 'promotion' } });
  }

  steps() {
    const startedAt = this.clock.now();
    const first = {
      step: 1,
      startedAt,
      endedAt: plusMs(startedAt, 20_000),
      verdict: 'passed' as const,
    };
    return [
      first,
      { ...first, step: 2, startedAt: first.endedAt, endedAt: plusMs(startedAt, 30_000) },
    ];
  }

  async request(version: string, environment: Environment, command?: string): Promise<Outcome> {
    this.clock.advance({ seconds: 1 });
    return this.promotion.start(
      { project, version },
      environment,
      this.origin('cio', 'cio', command),
    );
  }

  /** Requests, claims and reports the deployment; its checks are still awaited. */
  async deploy(version: string, environment: Environment): Promise<string> {
    const { events } = accepted(await this.request(version, environment));
    const requested = await this.event(version, events[0]?.revision ?? -1);
    const { deployment } = requested.data as { deployment: string };
    await this.must(version, 'deployer', { type: 'ClaimDeployment', data: { deployment } });
    await this.must(version, 'deployer', {
      type: 'ReportDeployment',
      data: { deployment, outcome: 'succeeded', evidence },
    });
    return deployment;
  }

  async verify(
    version: string,
    environment: Environment,
    deployment: string,
    verdict: 'passed' | 'failed',
  ): Promise<void> {
    const checks = checksOf(environment).map((check) => ({ check, verdict, evidence }));
    await this.must(version, 'deployer', { type: 'ReportChecks', data: { deployment, checks } });
  }

  /** Through every environment before production, and all that production needs. */
  async clear(version: string, kind: ReleaseKind = 'standard'): Promise<void> {
    for (const environment of paths[kind]) {
      if (environment === 'production') continue;
      await this.verify(version, environment, await this.deploy(version, environment), 'passed');
    }
    await this.answer('mirrors', 'confirmed');
    await this.must(version, 'cio', { type: 'CheckParity', data: {} });
    const window = { start: this.clock.now(), end: plusMs(this.clock.now(), 3_600_000) };
    await this.must(version, 'cpo', { type: 'ProposeWindow', data: window });
    await this.must(version, 'orchestrator', { type: 'ConfirmWindow', data: window });
    await this.must(version, 'cco', {
      type: 'AcknowledgeClientCommunication',
      data: { note: 'told' },
    });
    await this.must(version, 'cio', { type: 'RequestAuthorization', data: { of: 'production' } });
    await this.must(version, 'orchestrator', { type: 'Authorize', data: { of: 'production' } });
  }

  async event(version: string, revision: number) {
    const [event] = await this.store.readStream(`release-${project}@${version}`, {
      from: revision,
      limit: 1,
    });
    if (!event) throw new Error(`no event ${String(revision)} of ${version}`);
    return event;
  }

  async types(stream: string): Promise<string[]> {
    return (await this.store.readStream(stream)).map(({ type }) => type);
  }
}

export function accepted(outcome: Outcome): Accepted {
  if (isRefusal(outcome)) throw new Error(outcome.refused.map(({ missing }) => missing).join('; '));
  return outcome;
}

export async function prepared(version = '1.4.0'): Promise<Service> {
  const service = new Service();
  await service.register();
  await service.prepare(version);
  return service;
}

export async function live(version: string): Promise<Service> {
  const service = await prepared(version);
  await goLive(service, version);
  return service;
}

export async function goLive(service: Service, version: string): Promise<void> {
  await service.clear(version);
  await service.verify(
    version,
    'production',
    await service.deploy(version, 'production'),
    'passed',
  );
}
