import { standingChecks } from './standing-checks.js';

const smoke = (verdict: 'passed' | 'failed') => ({ check: 'smoke', verdict, evidence: {} });
const early = '2026-03-02T08:00:00.000Z';
const late = '2026-03-02T09:00:00.000Z';

describe('of the results of a check', () => {
  it('the one with the later reporter’s time stands, whenever it comes', () => {
    const passed = standingChecks([], [smoke('passed')], late);
    expect(standingChecks(passed, [smoke('failed')], early)).toStrictEqual(passed);
    expect(standingChecks(passed, [smoke('failed')], '2026-03-02T09:00:01.000Z')).toStrictEqual([
      { ...smoke('failed'), at: '2026-03-02T09:00:01.000Z' },
    ]);
  });

  it('the worse one stands at equal times', () => {
    const failed = standingChecks([], [smoke('failed')], early);
    expect(standingChecks(failed, [smoke('passed')], early)).toStrictEqual(failed);
    const passed = standingChecks([], [smoke('passed')], early);
    expect(standingChecks(passed, [smoke('failed')], early)).toStrictEqual(failed);
  });

  it('those of other checks stay', () => {
    const before = standingChecks([], [smoke('passed')], early);
    const other = { check: 'health', verdict: 'passed', evidence: {} } as const;
    expect(standingChecks(before, [other], late)).toStrictEqual([
      { ...smoke('passed'), at: early },
      { ...other, at: late },
    ]);
  });
});
