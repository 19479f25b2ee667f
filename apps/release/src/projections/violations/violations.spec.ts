import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { violations } from './violations.js';

const missing = [{ id: 'window-confirmed', missing: 'no window was proposed for production' }];

describe('the violations', () => {
  it('are listed with who tried what, when, and which rule refused', () => {
    const journey = new Journey().register().plan('1.0.0');
    const data = { command: 'RequestDeployment', rule: 1, version: '1.0.0', missing } as const;
    journey.violation({ ...data, candidate: null }, 'cio', { actor: 'ana' });
    const { id, position } = journey.log[2]!;
    expect([...rowsOf(violations, journey.log)]).toStrictEqual([
      [
        id,
        {
          ...data,
          candidate: null,
          id,
          project: 'web',
          actor: 'ana',
          role: 'cio',
          at: '2026-03-02T08:00:02.000Z',
          position,
        },
      ],
    ]);
  });
});
