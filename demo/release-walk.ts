import { Refused } from './client.js';
import type { Done, Overview, Project } from './project.js';
import type { Person } from './people.js';

export interface TicketOfRelease {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly ui?: boolean;
  readonly securityScope?: readonly string[];
}

/** One release as it is planned. */
export interface ReleaseToWalk {
  readonly version: string;
  readonly kind: 'standard' | 'hotfix';
  readonly commit: string;
  readonly tickets: readonly TicketOfRelease[];
  readonly migrationNotes: readonly string[];
  /** When all of it is said to have happened; now without it. */
  readonly occurredAt?: string;
}

export type Environment = 'dev' | 'qa' | 'staging' | 'production';

const paths: Record<ReleaseToWalk['kind'], readonly Environment[]> = {
  standard: ['dev', 'qa', 'staging', 'production'],
  hotfix: ['staging', 'production'],
};

const checks: Record<Environment, readonly string[]> = {
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

const hourMs = 60 * 60 * 1000;
const stepMs = 20_000;

const evidence = (what: string) => ({ note: `${what}, as the pipeline reported it` });

const step = (action: string, command: string, expected: string) => ({
  action,
  command,
  expected,
  estimateSeconds: 90,
});

/** Walks a release down the road, one command after the other, each by whoever may give it. */
export class ReleaseWalk {
  constructor(
    private readonly project: Project,
    private readonly release: ReleaseToWalk,
  ) {}

  /** From planned to an authorized promotion. */
  async prepare(): Promise<void> {
    await this.plan();
    await this.reportCandidate();
    await this.reportGates('passed');
    await this.collectArtifacts();
    await this.give('cio', 'POST', '/authorizations/promotion/request', {});
    await this.give('orchestrator', 'POST', '/authorizations/promotion/grant', {});
  }

  async plan(): Promise<void> {
    const { version, kind, tickets, commit } = this.release;
    await this.reportEnvironments('first');
    await this.project.command(
      'cio',
      'POST',
      `/${this.project.name}/releases`,
      this.dated({ version, kind, tickets }),
      `plan ${version}`,
    );
    const ids = tickets.map(({ id }) => id);
    await this.give('cto', 'POST', '/merges', { tickets: ids, commit });
    await this.give('cio', 'PUT', '/candidate', { commit });
  }

  async reportCandidate(): Promise<void> {
    const { commit: candidate, tickets } = this.release;
    const ids = tickets.map(({ id }) => id);
    await this.give('deployer', 'POST', '/contents', { candidate, tickets: ids });
    const verdict = { verdict: 'passed', evidence: evidence('full test suite') };
    await this.give('deployer', 'POST', '/test-suite', { candidate, ...verdict });
  }

  async reportGates(verdict: 'passed' | 'failed'): Promise<void> {
    const { tickets } = this.release;
    await this.reportGate('cqo', 'quality', tickets, verdict);
    await this.reportGate(
      'cdo',
      'design',
      tickets.filter(({ ui }) => ui),
      'passed',
    );
    const scoped = tickets.filter(({ securityScope }) => (securityScope ?? []).length > 0);
    await this.reportGate('cso', 'security', scoped, 'passed');
  }

  async collectArtifacts(): Promise<void> {
    const { commit: candidate, migrationNotes } = this.release;
    await this.give('cio', 'POST', '/parity-checks', {});
    await this.give('cio', 'PUT', '/notes', { migrationNotes });
    const { plan } = await this.give('cio', 'PUT', '/rollback-plan', {
      method: 'previous container image',
      steps: [
        step(
          'deploy the previous image',
          './deploy.sh --previous',
          'all pods run the previous image',
        ),
        step('drain the old pods', './drain.sh --wait', 'no request is served by the new image'),
      ],
      verification: step('run the smoke tests', './smoke.sh production', 'every check answers ok'),
      validForHours: 72,
    });
    await this.give('cto', 'POST', '/rollback-plan/review', {
      plan,
      verdict: 'passed',
      note: 'specific, and quick enough',
    });
    await this.rehearse(plan ?? '');
    await this.give('cio', 'POST', '/tag', { candidate });
    await this.give('cio', 'POST', '/deployment-log', {});
  }

  /** Through every environment before production, to the second authorization. */
  async promoteToStaging(): Promise<void> {
    for (const environment of paths[this.release.kind])
      if (environment !== 'production') await this.promote(environment);
    await this.reportEnvironments('second');
    await this.give('cio', 'POST', '/parity-checks', {}, '/parity-checks, after staging');
  }

  async clearForProduction(): Promise<void> {
    const window = await this.window();
    await this.give('cpo', 'PUT', '/window', window, `/window from ${window.start}`);
    await this.give(
      'orchestrator',
      'POST',
      '/window/confirmation',
      window,
      `/window confirmed from ${window.start}`,
    );
    await this.give(
      'cco',
      'POST',
      '/client-communication',
      { note: 'release notes sent to all clients' },
      `/clients, window from ${window.start}`,
    );
    await this.give('cio', 'POST', '/authorizations/production/request', {});
    await this.give('orchestrator', 'POST', '/authorizations/production/grant', {});
  }

  /** One deployment with its verification. */
  async promote(environment: Environment, verdict: 'passed' | 'failed' = 'passed'): Promise<void> {
    const { deployment = '' } = await this.requestDeployment(environment);
    const path = `/deployments/${deployment}`;
    await this.give('deployer', 'POST', `${path}/claim`, {});
    await this.give('deployer', 'POST', `${path}/report`, {
      outcome: 'succeeded',
      evidence: evidence(`deployment to ${environment}`),
    });
    const results = checks[environment].map((check, index) => ({
      check,
      verdict: index === 0 ? verdict : 'passed',
      evidence: evidence(check),
    }));
    await this.give('deployer', 'POST', `${path}/checks`, { checks: results });
  }

  /** Carries out the rollback that the service has asked for. */
  async rollBack(rollback: string): Promise<void> {
    const path = `/rollback/${rollback}`;
    await this.give('deployer', 'POST', `${path}/steps`, {
      steps: this.steps(new Date().toISOString()),
    });
    const results = checks.production.map((check) => ({
      check,
      verdict: 'passed',
      evidence: evidence(check),
    }));
    await this.give('deployer', 'POST', `${path}/checks`, { checks: results });
    await this.give('cco', 'POST', '/rollback/client-communication', { note: 'clients were told' });
    const reviewAt = new Date(Date.now() + 72 * hourMs).toISOString();
    await this.give('cio', 'PUT', '/rollback/review', {
      reviewAt,
      note: 'why did it fail, what did the plan lack?',
    });
  }

  overview(): Promise<Overview> {
    return this.project.read<Overview>(`/releases/${this.release.version}`);
  }

  /** What was reported of parity and pipeline counts for an hour: in a walk that was interrupted for longer, it is reported again. */
  private async requestDeployment(environment: Environment): Promise<Done> {
    const request = () =>
      this.give('cio', 'POST', '/deployments', { environment }, `/deployments ${environment}`);
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Refused) || !error.conditions.some((id) => staleAnswers.includes(id)))
        throw error;
      await this.reportEnvironments(`again at ${new Date().toISOString()}`);
      return this.give(
        'cio',
        'POST',
        '/deployments',
        { environment },
        `/deployments ${environment} again`,
      );
    }
  }

  async reportEnvironments(which: string): Promise<void> {
    const { version } = this.release;
    const report = (path: string, body: object) =>
      this.project.command(
        'deployer',
        'POST',
        `/${this.project.name}${path}`,
        this.dated(body),
        `${path} ${which}, for ${version}`,
      );
    await report('/parity-reports', { staging: 'mirrors', qa: 'mirrors' });
    await report('/pipeline-reports', { state: 'confirmed' });
  }

  async reportGate(
    role: Person,
    gate: string,
    tickets: readonly TicketOfRelease[],
    verdict: string,
  ): Promise<void> {
    if (tickets.length === 0) return;
    await this.give(
      role,
      'POST',
      '/gates',
      {
        gate,
        candidate: this.release.commit,
        tickets: tickets.map(({ id }) => id),
        verdict,
        evidence: evidence(`${gate} gate`),
      },
      `/gates ${gate} ${verdict}`,
    );
  }

  private async rehearse(plan: string): Promise<void> {
    const { rehearsal = '' } = await this.give('deployer', 'POST', '/rehearsals', {
      plan,
      environment: 'staging',
    });
    const from = this.release.occurredAt ?? new Date().toISOString();
    await this.give('deployer', 'POST', `/rehearsals/${rehearsal}/steps`, {
      steps: this.steps(from),
    });
  }

  private steps(from: string) {
    const at = (ms: number) => new Date(Date.parse(from) - 3 * stepMs + ms).toISOString();
    return [1, 2, 3].map((number) => ({
      step: number,
      startedAt: at((number - 1) * stepMs),
      endedAt: at(number * stepMs),
      verdict: 'passed',
    }));
  }

  /** The one that stands, where the walk was interrupted; else a new one from now on. */
  private async window(): Promise<{ start: string; end: string }> {
    const { window } = await this.overview();
    const { state, start, end } = window;
    const stands = state === 'proposed' || state === 'confirmed';
    if (stands && start !== null && end !== null && Date.parse(end) > Date.now())
      return { start, end };
    const nowMs = Date.now();
    return {
      start: new Date(nowMs).toISOString(),
      end: new Date(nowMs + 24 * hourMs).toISOString(),
    };
  }

  give(
    person: Person,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    what = path,
  ): Promise<Done> {
    const { version } = this.release;
    const address = `/${this.project.name}/releases/${encodeURIComponent(version)}${path}`;
    return this.project.command(person, method, address, this.dated(body), `${version} ${what}`);
  }

  private dated(body: object): object {
    const { occurredAt } = this.release;
    return occurredAt === undefined ? body : { ...body, occurredAt };
  }
}

const staleAnswers: readonly string[] = ['pipeline-confirmed', 'parity-holds', 'parity-answered'];
