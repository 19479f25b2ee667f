import { accepted, read } from '../api/asking.js';
import { Release, ticket } from '../api/release.js';
import { Service } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';
import { note } from './service.js';

const knownIssue = { severity: 'minor', workaround: 'Split the order', targetFix: '1.4.1' };

interface Notes {
  readonly knownIssues: readonly object[];
  readonly context?: readonly object[];
}

describe('release notes and the knowledge base', () => {
  let service: Service;
  let release: Release;
  beforeAll(async () => {
    service = await Service.start();
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.plan();
  });
  afterAll(() => service.stop());

  const write = async (more: object): Promise<string> => {
    const body = { ...note, ...more };
    const request = { method: 'POST', path: `${projectPath}/entries`, as: 'cio', body } as const;
    return ((await accepted(service, request)) as unknown as { entry: string }).entry;
  };
  const notesOf = async ({ path }: Release) =>
    (await read<{ releaseNotes: Notes }>(service, `${path}/checklist`)).releaseNotes;
  const compile = async (body: object = {}) => {
    await release.put('cio', 'notes', body);
    return notesOf(release);
  };
  const issue = note.title;
  let cutOff: string;

  it('have what stands there, and nothing internal or superseded', async () => {
    const stale = await write({ title: 'All invoices are cut off', knownIssue });
    cutOff = await write({ knownIssue, supersedes: stale });
    await write({ title: 'The provider is about to fail', visibility: 'internal', knownIssue });
    const why = await write({ type: 'decision', title: 'Why invoices are numbered by year' });
    expect(await compile()).toMatchObject({
      knownIssues: [{ issue, ...knownIssue, entry: cutOff }],
      context: [{ entry: why, title: 'Why invoices are numbered by year' }],
    });
  });

  it('show them in the checklist', async () => {
    const { body } = await service.send({
      ...{ method: 'GET', path: `${release.path}/checklist`, as: 'auditor' },
      headers: { accept: 'text/markdown' },
    });
    expect(body).toContain(`| ${issue} | minor | Split the order | v1.4.1 |`);
    expect(body).not.toContain('The provider is about to fail');
  });

  it('stay as they were compiled when the knowledge base learns more', async () => {
    const before = await notesOf(release);
    await write({ type: 'decision', title: 'It is fixed', supersedes: cutOff });
    expect(await notesOf(release)).toStrictEqual(before);
  });

  it('of the next release have what stands then', async () => {
    const slow = await write({ title: 'Search is slow', type: 'blocker', knownIssue });
    const next = new Release(service, '1.5.0');
    const tickets = [{ ...ticket, id: 'SHOP-2' }];
    const body = { version: '1.5.0', kind: 'standard', tickets };
    await accepted(service, { method: 'POST', path: `${projectPath}/releases`, as: 'cio', body });
    await next.put('cio', 'notes', {});
    expect((await notesOf(next)).knownIssues).toStrictEqual([
      { issue: 'Search is slow', ...knownIssue, entry: slow },
    ]);
  });

  it('can be compiled without', async () => {
    const given = { issue: 'Search is slow', ...knownIssue };
    const notes = await compile({ knownIssues: [given], fromKnowledgeBase: false });
    expect(notes.knownIssues).toStrictEqual([given]);
  });
});
