import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { isRefusal } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { keptKey } from '@roadbook/process';
import { filesOf } from '@roadbook/service';
import { Deciding } from '../../apps/knowledge-base/src/commands/deciding.js';
import type { EntryContents } from '../../apps/knowledge-base/src/domain/entry/parts.js';
import { Texts } from './texts.js';

export const project = 'bench';
/** Written side by side, so that their appends share transactions. */
const lanes = 200;
const dayMs = 24 * 60 * 60 * 1000;
const days = 700;

/** Fills a knowledge base with entries, as its own commands write them. */
export async function writeEntries(dataFolder: string, count: number): Promise<void> {
  const { folder, events } = filesOf('knowledge-base', dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keptKey('actorKey', { dataFolder });
  const store = SqliteEventStore.open(events);
  try {
    const writing = new Deciding(new Decisions(store));
    const startMs = Date.now() - days * dayMs;
    const origin = (number: number) => {
      const commandId = randomUUID();
      const at = new Date(startMs + Math.floor((number / count) * days * dayMs)).toISOString();
      return { actor: 'a_bench', role: 'cio', at, commandId, correlationId: commandId } as const;
    };
    await writing.onProject(project, 'The benchmark', {
      ...origin(0),
      role: 'system',
    });
    const texts = new Texts();
    let number = 0;
    const lane = async (): Promise<void> => {
      while (number < count) {
        number += 1;
        const contents = entry(number, texts);
        const written = await writing.write(project, contents, null, origin(number));
        if (isRefusal(written)) throw new Error(JSON.stringify(written));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await store.close();
  }
}

const decays = ['permanent', 'long', 'medium', 'short'] as const;

/** Half of them internal, and of every decay class. */
const entry = (number: number, texts: Texts): EntryContents => ({
  type: 'decision',
  visibility: number % 2 === 0 ? 'both' : 'internal',
  decay: decays[number % decays.length] ?? 'medium',
  title: texts.title(),
  context: texts.title(),
  content: texts.text(),
  outcome: texts.title(),
  impact: '',
  version: null,
  knownIssue: null,
});
