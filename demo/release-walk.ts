import { Refused } from './client.js';
import { evidence } from './evidence.js';
import { Preparation } from './preparation.js';
import type { Done } from './project.js';
import type { Environment, ReleaseToWalk } from './release-to-walk.js';
import { goThroughSteps } from './rollback-steps.js';

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

/** Walks a prepared release down the road, one command after the other, and back where it has to. */
export class ReleaseWalk extends Preparation {
  /** Through every environment before production, to the second authorization. */
  async promoteToStaging(): Promise<void> {
    for (const environment of paths[this.release.kind])
      if (environment !== 'production') await this.promote(environment);
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
    await this.give('deployer', 'POST', `${path}/steps`, { steps: await goThroughSteps() });
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

  /** The environment service may not have answered in time, as after a restart: then it is asked again. */
  private async requestDeployment(environment: Environment): Promise<Done> {
    const request = () =>
      this.give('cio', 'POST', '/deployments', { environment }, `/deployments ${environment}`);
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Refused) || !error.conditions.some((id) => unanswered.includes(id)))
        throw error;
      return this.give(
        'cio',
        'POST',
        '/deployments',
        { environment },
        `/deployments ${environment} again`,
      );
    }
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
}

const unanswered: readonly string[] = ['pipeline-confirmed', 'parity-holds', 'answers-fresh'];
