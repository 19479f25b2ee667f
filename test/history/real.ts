import { walkHistory } from '../../demo/history.js';
import { readHistory } from '../../demo/history-file.js';
import type { Told } from './run.js';

/** A history in a file, as the demo takes it. */
export function toldIn(path: string): Told {
  const history = readHistory(path);
  return {
    versions: history.releases.map(({ version }) => version),
    tell: async (project) => {
      const { refused } = await walkHistory(project, history, () => undefined);
      if (refused > 0) throw new Error(`${String(refused)} releases were refused`);
    },
  };
}
