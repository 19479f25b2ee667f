import type { ReleaseKind } from '../domain/environments.js';
import { checksOf, paths } from '../domain/environments.js';
import type { PlanStep } from '../domain/release/parts.js';
import type { Ticket } from '../domain/tickets.js';
import { gateApplies } from '../domain/tickets.js';
import { minuteMs, plusMs, gates, gateRole } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Verdict } from '../domain/verdicts.js';
import { Story } from './story.fixture.js';

const step = (action: string): PlanStep => ({
  action,
  command: `ops ${action}`,
  expected: 'it says ok',
  estimateSeconds: 60,
});

const plan = {
  method: 'previous container image',
  steps: [step('drain'), step('switch')],
  verification: step('probe'),
  validForHours: 24,
} as const;

const stepCount = plan.steps.length + 1;

/** The ticket that a release targets when a story does not say which. */
export const ticketOf = (version: string): Ticket => ({
  id: `T-${version}`,
  title: `What is new in ${version}`,
  type: 'feature',
  ui: false,
  securityScope: [],
});

interface Planned {
  readonly kind?: ReleaseKind;
  readonly tickets?: readonly Ticket[];
  readonly occurredAt?: string;
}

/** The usual way of releases along the road, in steps that a story can stop after. */
export class Journey extends Story {
  register(name = 'Web'): this {
    const data = { project: this.project, name };
    this.road({ type: 'RegisterProject', data }, 'orchestrator');
    return this;
  }

  plan(version: string, { kind = 'standard', tickets, occurredAt }: Planned = {}): this {
    const { project } = this;
    const data = {
      project,
      version,
      kind,
      breaking: false,
      tickets: tickets ?? [ticketOf(version)],
    };
    this.release(version, { type: 'PlanRelease', data }, 'cio', { occurredAt });
    return this;
  }

  /** Everything up to *prepared*. */
  prepare(version: string, commit = `commit-${version}`): this {
    const { candidate, tickets } = this.chooseCandidate(version, commit);
    this.release(version, { type: 'ReportMerge', data: { tickets, commit } }, 'cto');
    this.release(version, { type: 'ReportContents', data: { candidate, tickets } }, 'deployer');
    const suite = { candidate, verdict: 'passed', evidence: { note: 'all green' } } as const;
    this.release(version, { type: 'ReportTestSuite', data: suite }, 'deployer');
    this.reportGates(version, commit);
    this.checkParity(version);
    this.writeArtifacts(version, commit);
    return this;
  }

  authorize(version: string, of: 'promotion' | 'production'): this {
    this.release(version, { type: 'RequestAuthorization', data: { of } }, 'cio');
    this.release(version, { type: 'Authorize', data: { of } }, 'orchestrator');
    return this;
  }

  /** Window, clients, the second parity check and the second authorization. */
  clearForProduction(version: string, { opensInMinutes = 0 } = {}): this {
    this.checkParity(version);
    const start = plusMs(this.now, opensInMinutes * minuteMs);
    const window = { start, end: plusMs(start, 240 * minuteMs) };
    this.release(version, { type: 'ProposeWindow', data: window }, 'cio');
    this.release(version, { type: 'ConfirmWindow', data: window }, 'orchestrator');
    const told = { type: 'AcknowledgeClientCommunication', data: { note: 'mail sent' } } as const;
    this.release(version, told, 'cco');
    return this.authorize(version, 'production');
  }

  /** Claims the environment and requests the deployment; answers with its id. */
  request(version: string, environment: Environment): string {
    const claim = this.claim(version, environment);
    this.release(version, { type: 'RequestDeployment', data: { environment, claim } }, 'cio');
    return claim;
  }

  claim(version: string, environment: Environment): string {
    const claim = `claim-${String(this.log.length)}`;
    const { kind, breaking, candidate } = this.planned(version);
    const data = {
      claim,
      environment,
      version,
      candidate: candidate?.commit ?? '',
      kind,
      breaking,
    };
    this.road({ type: 'ClaimEnvironment', data }, 'cio');
    return claim;
  }

  deploy(version: string, deployment: string): void {
    this.release(version, { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    const report = {
      deployment,
      outcome: 'succeeded',
      evidence: { link: 'https://ci/1' },
    } as const;
    this.release(version, { type: 'ReportDeployment', data: report }, 'deployer');
  }

  verify(version: string, environment: Environment, deployment: string, verdict: Verdict): void {
    const checks = checksOf(environment).map((check) => ({
      check,
      verdict,
      evidence: { note: `${check} looked at` },
    }));
    this.release(version, { type: 'ReportChecks', data: { deployment, checks } }, 'deployer');
  }

  /** A check of the last attempt there fails after its end. */
  failLater(version: string, environment: Environment): this {
    const { deployment = '' } = this.planned(version).candidate?.attempts[environment] ?? {};
    this.verify(version, environment, deployment, 'failed');
    return this;
  }

  vacate(environment: Environment, claim: string, outcome: 'passed' | 'failed'): void {
    const data = { claim, environment, outcome };
    this.road({ type: 'VacateEnvironment', data }, 'system');
  }

  /** One environment from the claim to the verification. */
  promote(version: string, environment: Environment): this {
    const deployment = this.request(version, environment);
    this.deploy(version, deployment);
    this.verify(version, environment, deployment, 'passed');
    this.vacate(environment, deployment, 'passed');
    return this;
  }

  /** From planning to verified production. */
  goLive(version: string, planned: Planned = {}): this {
    this.plan(version, planned).prepare(version).authorize(version, 'promotion');
    for (const environment of paths[planned.kind ?? 'standard']) {
      if (environment === 'production') this.clearForProduction(version);
      this.promote(version, environment);
    }
    return this;
  }

  startRollback(version: string): string {
    const claim = `rollback-${String(this.log.length)}`;
    this.road({ type: 'ClaimRollback', data: { claim, version } }, 'cio');
    const restores = this.roadState.rollback?.restores ?? null;
    const why = { reason: 'errors', confirmation: 'began with it', usersAffected: true };
    this.release(version, { type: 'StartRollback', data: { claim, restores, ...why } }, 'cio');
    return claim;
  }

  rollBack(version: string): this {
    const rollback = this.startRollback(version);
    const steps = this.steps('passed');
    this.release(version, { type: 'ReportRollbackSteps', data: { rollback, steps } }, 'deployer');
    const checks = checksOf('production').map((check) => ({
      check,
      verdict: 'passed' as const,
      evidence: { note: 'looked at' },
    }));
    this.release(version, { type: 'ReportRollbackChecks', data: { rollback, checks } }, 'deployer');
    this.road({ type: 'RecordRollback', data: { version, claim: rollback } }, 'system');
    return this;
  }

  /** Steps of the plan from the first up to one that ends with the verdict; by default all of them. */
  steps(verdict: Verdict, upTo = stepCount) {
    const at = this.now;
    return Array.from({ length: upTo }, (_, index) => ({
      step: index + 1,
      startedAt: at,
      endedAt: at,
      verdict: index + 1 === upTo ? verdict : ('passed' as const),
    }));
  }

  checkParity(version: string): void {
    const mirrors = { staging: 'mirrors', qa: 'mirrors', drift: [] } as const;
    this.environments({ type: 'ReportParity', data: mirrors });
    this.environments({ type: 'ReportPipeline', data: { state: 'confirmed', changes: [] } });
    this.release(version, { type: 'CheckParity', data: {} }, 'cio');
  }

  reportGates(version: string, candidate: string): void {
    const tickets = [...this.planned(version).tickets.values()];
    for (const gate of gates) {
      const ids = tickets.filter((ticket) => gateApplies(gate, ticket)).map(({ id }) => id);
      if (ids.length === 0) continue;
      const evidence = { link: `https://${gate}/${version}` };
      const data = { gate, candidate, tickets: ids, verdict: 'passed', evidence } as const;
      this.release(version, { type: 'ReportGate', data }, gateRole[gate]);
    }
  }

  private chooseCandidate(version: string, commit: string) {
    this.release(version, { type: 'ChooseCandidate', data: { commit } }, 'cio');
    return { candidate: commit, tickets: [...this.planned(version).tickets.keys()] };
  }

  private writeArtifacts(version: string, candidate: string): void {
    const notes = {
      ...{ descriptions: {}, knownIssues: [], fromKnowledgeBase: false },
      ...{ breakingChanges: [], migrationNotes: [] },
    };
    this.release(version, { type: 'CompileNotes', data: notes }, 'cio');
    const digest = `plan-${version}`;
    this.release(version, { type: 'WriteRollbackPlan', data: { ...plan, digest } }, 'cio');
    const review = { plan: digest, verdict: 'passed', note: 'clear' } as const;
    this.release(version, { type: 'ReviewRollbackPlan', data: review }, 'cto');
    const rehearsal = `rehearsal-${version}-${candidate}`;
    const started = { rehearsal, plan: digest, environment: 'qa' } as const;
    this.release(version, { type: 'StartRehearsal', data: started }, 'deployer');
    const data = { rehearsal, steps: this.steps('passed') };
    this.release(version, { type: 'ReportRehearsalSteps', data }, 'deployer');
    this.release(version, { type: 'TagVersion', data: { candidate } }, 'cio');
    this.release(version, { type: 'PrepareDeploymentLog', data: {} }, 'cio');
  }
}
