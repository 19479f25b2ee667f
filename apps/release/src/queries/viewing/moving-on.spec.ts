import type { ReleaseRows } from '../release-rows.js';
import type { Past } from './past.js';
import type { Present } from './present.js';
import { Views } from './views.js';

/** The release as it stands at each look, the last of them for good. */
function seenAt(...revisions: readonly number[]) {
  const left = [...revisions];
  const viewed = () => Promise.resolve({ revision: left.length > 1 ? left.shift() : left[0] });
  return { viewed } as unknown as Present;
}

const rowsAt = (revision: number) =>
  ({ ofRelease: () => Promise.resolve({ revision }) }) as unknown as ReleaseRows;

describe('a release and what is shown beside it', () => {
  it('belong to the same moment, also when the release moves on between the two reads', async () => {
    const views = new Views(rowsAt(3), seenAt(2, 5), {} as Past);
    expect(await views.of('web', '1.0.0')).toStrictEqual({ revision: 5, beside: { revision: 3 } });
  });

  it('are read once when nothing has changed beside it since', async () => {
    const views = new Views(rowsAt(3), seenAt(4, 5), {} as Past);
    expect(await views.of('web', '1.0.0')).toStrictEqual({ revision: 4, beside: { revision: 3 } });
  });
});
