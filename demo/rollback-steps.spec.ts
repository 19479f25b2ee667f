import { goThroughSteps, stepsFrom } from './rollback-steps.js';

describe('the steps of a rollback', () => {
  it('are timed while they are done, one after the other', async () => {
    const before = new Date().toISOString();
    const steps = await goThroughSteps();
    const told = steps.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]);
    const times = [before, ...told, new Date().toISOString()];
    expect(times).toStrictEqual([...times].sort());
    expect(steps.map(({ step }) => step)).toStrictEqual([1, 2, 3]);
  });

  it('of a past begin when it is told to, the same in every run', () => {
    const [first, , last] = stepsFrom('2026-02-02T10:00:00.000Z');
    expect([first?.startedAt, last?.endedAt]).toStrictEqual([
      '2026-02-02T10:00:00.000Z',
      '2026-02-02T10:01:00.000Z',
    ]);
  });
});
