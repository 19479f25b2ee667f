import { isRefusal } from '@roadbook/decider';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { project, Service } from './service.fixture.js';

const compile = (fromKnowledgeBase: boolean): ReleaseCommand => ({
  type: 'CompileNotes',
  data: {
    ...{ descriptions: {}, knownIssues: [], fromKnowledgeBase },
    ...{ breakingChanges: [], migrationNotes: [] },
  },
});

describe('compiling release notes', () => {
  let service: Service;
  beforeEach(async () => {
    service = new Service();
    await service.register();
    await service.prepare('1.0.0');
    service.knowledge.asked.length = 0;
  });

  it('asks the knowledge base for whoever compiles them', async () => {
    await service.must('1.0.0', 'cio', compile(true));
    expect(service.knowledge.asked).toMatchObject([
      { project, version: '1.0.0', origin: { actor: 'cio', role: 'cio' } },
    ]);
  });

  it('asks nobody where the knowledge base is not wanted, and for no release that is not planned', async () => {
    await service.give('1.0.0', 'cio', compile(false));
    await service.give('2.0.0', 'cio', compile(true));
    expect(service.knowledge.asked).toStrictEqual([]);
  });

  it('is refused when nobody answers', async () => {
    service.knowledge.answers = false;
    const outcome = await service.give('1.0.0', 'cio', compile(true));
    expect(isRefusal(outcome) && outcome.refused.map(({ id }) => id)).toStrictEqual([
      'knowledge-base-answered',
    ]);
  });
});
