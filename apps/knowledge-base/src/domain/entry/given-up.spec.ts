import { time } from '../acts.fixture.js';
import { overdue } from './given-up.js';
import { noEntry } from './state.js';
import type { Superseding } from './state.js';

const announced = (more: Partial<Superseding> = {}) => ({
  ...noEntry,
  supersededBy: { by: 'newer', at: time('08:00:00'), role: 'cio' as const, ...more },
});

describe('an entry that announced itself where it supersedes another', () => {
  it('is overdue after ten seconds', () => {
    expect(overdue(announced(), time('08:00:10'))).toBeUndefined();
    expect(overdue(announced(), time('08:00:11'))).toBe('newer');
  });

  it('is waited for where a happening calls for it', () => {
    expect(overdue(announced({ role: 'system' }), time('09:00:00'))).toBeUndefined();
  });

  it('is nobody where none did', () => {
    expect(overdue(noEntry, time('09:00:00'))).toBeUndefined();
  });
});
