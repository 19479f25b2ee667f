import { evidence } from './evidence.js';
import type { Person } from './people.js';
import { ReleaseOrders } from './release-orders.js';
import type { TicketOfRelease } from './release-to-walk.js';
import { goThroughSteps, stepsFrom } from './rollback-steps.js';

const step = (action: string, command: string, expected: string) => ({
  action,
  command,
  expected,
  estimateSeconds: 90,
});

/** From merged tickets to a candidate that may be promoted. */
export class Preparation extends ReleaseOrders {
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
    const { occurredAt } = this.release;
    const steps = occurredAt === undefined ? await goThroughSteps() : stepsFrom(occurredAt);
    await this.give('deployer', 'POST', `/rehearsals/${rehearsal}/steps`, { steps });
  }
}
