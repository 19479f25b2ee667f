import { gateReported, releasePrepared, roleNotified } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { read } from '../api/asking.js';
import { Bus } from '../api/bus.js';
import { eventually } from '../api/eventually.js';
import { evidence, Release, ticket } from '../api/release.js';
import { Service } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';

interface Checklist {
  readonly preReleaseVerification: readonly { readonly id: string; readonly state: string }[];
}

interface Entry {
  readonly type: string;
  readonly title: string;
  readonly visibility: string;
}

/** Told in the protocol's own order; each step begins where the one before it ended. */
describe('protocol 1, the preparation of a release', () => {
  let service: Service;
  let bus: Bus;
  let release: Release;

  beforeAll(async () => {
    service = await Service.start();
    bus = new Bus(service);
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.plan();
  });
  afterAll(async () => {
    await bus.close();
    await service.stop();
  });

  const open = async () => {
    const { preReleaseVerification } = await release.get<Checklist>('/checklist');
    return preReleaseVerification.filter(({ state }) => state === 'open').map(({ id }) => id);
  };
  const report = (
    gate: 'quality' | 'design' | 'security',
    as: Role,
    verdict = 'passed' as const,
  ) => {
    const { version, candidate } = release;
    const about = { project: 'shop', version, candidate, tickets: [ticket.id] };
    return bus.publish(gateReported, { ...about, gate, verdict, evidence }, as);
  };

  it('begins with merged tickets and a candidate that contains them', async () => {
    await release.choose();
    const { candidate } = release;
    await release.post('deployer', 'contents', { candidate, tickets: [ticket.id] });
    const refused = await release.refused('cio', 'authorizations/promotion/request');
    expect(refused.conditions.length).toBeGreaterThan(5);
  });

  it('hears the gates by messages, each of its own role', async () => {
    const before = await open();
    await report('quality', 'cqo');
    await report('design', 'cdo');
    await report('security', 'cdo');
    await report('security', 'cso');
    await eventually(async () => before.length - (await open()).length === 3);
    const letters = await bus.deadLetters.list('roadbook.gates');
    expect(letters.map(({ reason }) => reason)).toStrictEqual(['this is for cso, not for cdo']);
  });

  it('has the suite run against this candidate, and asks for parity', async () => {
    const { candidate } = release;
    await release.post('deployer', 'test-suite', { candidate, verdict: 'passed', evidence });
    await release.post('cio', 'parity-checks');
    expect(await open()).toStrictEqual([]);
  });

  it('collects notes, a rehearsed plan, the tag and the log', async () => {
    await release.collectArtifacts();
    const checklist = await release.get<object>('/checklist');
    expect(JSON.stringify(checklist)).toContain('"met"');
    await eventually(async () => (await bus.said(releasePrepared)).length === 1);
    expect(await bus.said(releasePrepared)).toMatchObject([
      { project: 'shop', version: '1.4.0', candidate: release.candidate },
    ]);
  });

  it('is requested by the cio, and approved by the orchestrator who was told of it', async () => {
    await release.post('cio', 'authorizations/promotion/request');
    const asked = 'shop 1.4.0 is ready and asks for the authorization of its promotion';
    await eventually(async () =>
      (await bus.said(roleNotified)).some(
        ({ to, subject }) => to === 'orchestrator' && subject === asked,
      ),
    );
    await release.post('orchestrator', 'authorizations/promotion/grant');
    const { deployment } = await release.post('cio', 'deployments', { environment: 'dev' });
    expect(await release.get(`/deployments/${deployment}`)).toMatchObject({ environment: 'dev' });
  });

  it('is one decision in the knowledge base, for clients too', async () => {
    const entries = async (as: Role) => {
      const path = `${projectPath}/entries?type=decision`;
      const answer = await service.send({ method: 'GET', path, as });
      return answer.json<{ items: Entry[] }>().items;
    };
    await eventually(async () => (await entries('auditor')).length === 1);
    const [entry] = await entries('client');
    expect(entry).toMatchObject({
      title: 'Release 1.4.0 is prepared and tagged',
      visibility: 'both',
    });
    expect(await read<object>(service, `${projectPath}/entries?type=gate`)).toMatchObject({
      items: [{ title: 'Parity for 1.4.0: staging mirrors, qa mirrors', visibility: 'internal' }],
    });
  });
});
