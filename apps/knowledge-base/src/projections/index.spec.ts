import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, EmbeddedReadModel, rebuild } from '@roadbook/read-model/embedded';
import { KnowledgeBase, prepared } from '../commands/knowledge-base.fixture.js';
import { projections } from './index.js';

describe('the rows of the knowledge base', () => {
  it('are the same whether they were kept up or built at once, what they are found by included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-knowledge-'));
    const knowledgeBase = await KnowledgeBase.ofShop();
    const { store: events } = knowledgeBase;
    const readModel = new EmbeddedReadModel({ folder, events, projections });
    await readModel.start();
    const kept = async () => readModel.caughtUpTo(await events.head());
    for (const number of [2, 3, 1]) {
      await knowledgeBase.happens(prepared(number));
      await kept();
    }
    const older = await knowledgeBase.write();
    await knowledgeBase.write({ visibility: 'internal' }, { supersedes: older });
    await kept();
    const checked = await check({ folder, events, projections });
    expect(checked.projections.map(({ differences }) => differences)).toStrictEqual([[], []]);
    const before = await readModel.summary();
    await readModel.stop();
    expect(await rebuild({ folder, events, projections })).toStrictEqual({
      ...before,
      generation: 2,
    });
    rmSync(folder, { recursive: true });
  });
});
