import type { Role } from '@roadbook/decider';
import { accepted, read } from './asking.js';
import type { Accepted, Refused } from './asking.js';
import type { Request, Service } from './service.js';
import { projectPath, reportEnvironments } from './shop.js';

export type Environment = 'dev' | 'qa' | 'staging' | 'production';
type Verdict = 'passed' | 'failed' | 'inconclusive';

export const ticket = {
  id: 'SHOP-1',
  title: 'Pay by invoice',
  type: 'feature',
  ui: true,
  securityScope: ['payments'],
};

export const evidence = { link: 'https://ci.example/run/4711' };

const step = (action: string) => ({
  action,
  command: `./${action}.sh`,
  expected: 'it says done',
  estimateSeconds: 60,
});

export const plan = {
  method: 'previous container image',
  steps: [step('deploy-previous')],
  verification: step('smoke'),
  validForHours: 72,
};

export const checks: Readonly<Record<Environment, readonly string[]>> = {
  dev: ['smoke-tests'],
  qa: ['full-test-suite', 'integration-tests'],
  staging: ['full-test-suite', 'performance-baseline', 'behaviour-as-expected'],
  production: [
    'health-checks',
    'smoke-tests',
    'monitoring-normal',
    'no-error-rate-spike',
    'performance-within-baseline',
  ],
};

const waysToProduction = {
  standard: ['dev', 'qa', 'staging'],
  hotfix: ['staging'],
} as const;

export const results = (environment: Environment, verdict: Verdict = 'passed') =>
  checks[environment].map((check) => ({ check, verdict, evidence }));

/** One release on its road, a command after the other, each given by whoever may. */
export class Release {
  readonly path: string;
  readonly candidate: string;
  /** What is done with each command of this release that was accepted. */
  afterEach: (answer: Accepted) => Promise<void> = () => Promise.resolve();

  constructor(
    readonly service: Service,
    readonly version: string,
    private readonly kind: 'standard' | 'hotfix' = 'standard',
  ) {
    this.path = `${projectPath}/releases/${version}`;
    this.candidate = `c0ffee-${version}`;
  }

  private async give(request: Request): Promise<Accepted> {
    const answer = await accepted(this.service, request);
    await this.afterEach(answer);
    return answer;
  }

  post(as: Role, path: string, body?: object): Promise<Accepted> {
    return this.give({ method: 'POST', path: `${this.path}/${path}`, as, body });
  }

  put(as: Role, path: string, body: object): Promise<Accepted> {
    return this.give({ method: 'PUT', path: `${this.path}/${path}`, as, body });
  }

  async get<Answer>(path = ''): Promise<Answer> {
    return read<Answer>(this.service, `${this.path}${path}`);
  }

  /** The answer of a command that has to be refused, with the problem that it is told. */
  async refused(as: Role, path: string, body?: object): Promise<Refused> {
    this.service.clock.advance({ seconds: 1 });
    const request = { method: 'POST', path: `${this.path}/${path}`, as, body } as const;
    const answer = await this.service.send(request);
    if (answer.statusCode < 400) throw new Error(`${path} was not refused: ${answer.body}`);
    return answer.json<Refused>();
  }

  async plan(): Promise<void> {
    const { version, kind } = this;
    const body = { version, kind, tickets: [ticket] };
    await this.give({ method: 'POST', path: `${projectPath}/releases`, as: 'cio', body });
  }

  async choose(): Promise<void> {
    const { candidate } = this;
    await this.post('cto', 'merges', { tickets: [ticket.id], commit: candidate });
    await this.put('cio', 'candidate', { commit: candidate });
  }

  async prove(): Promise<void> {
    const { candidate } = this;
    const passed = { candidate, verdict: 'passed', evidence };
    const tickets = [ticket.id];
    await this.post('deployer', 'contents', { candidate, tickets });
    await this.post('deployer', 'test-suite', passed);
    await this.post('cqo', 'gates', { ...passed, tickets, gate: 'quality' });
    await this.post('cdo', 'gates', { ...passed, tickets, gate: 'design' });
    await this.post('cso', 'gates', { ...passed, tickets, gate: 'security' });
    await this.post('cio', 'parity-checks');
  }

  async collectArtifacts(): Promise<void> {
    await this.put('cio', 'notes', {});
    const { plan: digest } = await this.put('cio', 'rollback-plan', plan);
    const review = { plan: digest, verdict: 'passed', note: 'specific' };
    await this.post('cto', 'rollback-plan/review', review);
    await this.rehearse(digest);
    await this.post('cio', 'tag', { candidate: this.candidate });
    await this.post('cio', 'deployment-log');
  }

  async rehearse(digest: string): Promise<string> {
    const body = { plan: digest, environment: 'staging' };
    const { rehearsal } = await this.post('deployer', 'rehearsals', body);
    await this.post('deployer', `rehearsals/${rehearsal}/steps`, { steps: this.steps() });
    return rehearsal;
  }

  /** Both steps of the plan, carried out before now. */
  steps() {
    const now = Date.parse(this.service.clock.now());
    const at = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString();
    return [
      { step: 1, startedAt: at(60), endedAt: at(30), verdict: 'passed' },
      { step: 2, startedAt: at(30), endedAt: at(10), verdict: 'passed' },
    ];
  }

  async authorize(of: 'promotion' | 'production'): Promise<void> {
    await this.post('cio', `authorizations/${of}/request`);
    await this.post('orchestrator', `authorizations/${of}/grant`);
  }

  async prepare(): Promise<void> {
    await this.plan();
    await this.choose();
    await this.prove();
    await this.collectArtifacts();
    await this.authorize('promotion');
  }

  async deploy(environment: Environment): Promise<string> {
    const { deployment } = await this.post('cio', 'deployments', { environment });
    const path = `deployments/${deployment}`;
    await this.post('deployer', `${path}/claim`);
    await this.post('deployer', `${path}/report`, { outcome: 'succeeded', evidence });
    return deployment;
  }

  async promote(environment: Environment, verdict: Verdict = 'passed'): Promise<Accepted> {
    const deployment = await this.deploy(environment);
    const body = { checks: results(environment, verdict) };
    return this.post('deployer', `deployments/${deployment}/checks`, body);
  }

  /** From the passed staging on, everything that production needs besides. */
  async clear(): Promise<void> {
    await reportEnvironments(this.service);
    await this.post('cio', 'parity-checks');
    const now = Date.parse(this.service.clock.now());
    const window = {
      start: new Date(now).toISOString(),
      end: new Date(now + 3_600_000).toISOString(),
    };
    await this.put('cpo', 'window', window);
    await this.post('orchestrator', 'window/confirmation', window);
    await this.post('cco', 'client-communication', { note: 'the newsletter tells it' });
    await this.authorize('production');
  }

  /** Up to the moment before production is deployed. */
  async reachProduction(): Promise<void> {
    await this.prepare();
    for (const environment of waysToProduction[this.kind]) await this.promote(environment);
    await this.clear();
  }

  async goLive(): Promise<void> {
    await this.reachProduction();
    await this.promote('production');
  }
}
