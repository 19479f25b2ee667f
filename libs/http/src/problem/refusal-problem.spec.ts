import { refusalProblem } from './refusal-problem.js';

const gate = { id: 'gates-passed', missing: 'waiting for quality of T-1', from: 'cqo' } as const;
const plan = { id: 'plan-rehearsed', missing: 'the plan was never rehearsed', rule: 5 } as const;

describe('a refusal as problem details', () => {
  it('has the type of its first condition', () => {
    expect(refusalProblem({ refused: [gate] })).toStrictEqual({
      type: 'urn:roadbook:condition:gates-passed',
      title: 'The command is refused',
      status: 409,
      detail: 'waiting for quality of T-1',
      conditions: [
        {
          type: 'urn:roadbook:condition:gates-passed',
          id: 'gates-passed',
          missing: 'waiting for quality of T-1',
          from: 'cqo',
        },
      ],
    });
  });

  it('has the type of the hard rule concerned, and says that the attempt is on record', () => {
    expect(refusalProblem({ refused: [gate, plan], violation: true })).toStrictEqual({
      type: 'urn:roadbook:rule:5-rollback-before-deployment',
      title: 'Rollback before deployment',
      status: 409,
      detail: 'waiting for quality of T-1; the plan was never rehearsed',
      violation: true,
      conditions: [
        {
          type: 'urn:roadbook:condition:gates-passed',
          id: 'gates-passed',
          missing: 'waiting for quality of T-1',
          from: 'cqo',
        },
        {
          type: 'urn:roadbook:condition:plan-rehearsed',
          id: 'plan-rehearsed',
          missing: 'the plan was never rehearsed',
          rule: 5,
        },
      ],
    });
  });

  it('says nothing of a violation where none is on record', () => {
    expect(refusalProblem({ refused: [plan] })).not.toHaveProperty('violation');
  });

  it('has the type of the lowest hard rule where several are concerned', () => {
    const { type } = refusalProblem({ refused: [plan, { ...plan, rule: 1 }] });
    expect(type).toBe('urn:roadbook:rule:1-no-direct-deploy');
  });

  it.each([
    [1, 'urn:roadbook:rule:1-no-direct-deploy'],
    [2, 'urn:roadbook:rule:2-four-artifacts'],
    [3, 'urn:roadbook:rule:3-parity'],
    [4, 'urn:roadbook:rule:4-pipeline-changes'],
    [5, 'urn:roadbook:rule:5-rollback-before-deployment'],
  ] as const)('names hard rule %i by a stable type', (rule, type) => {
    expect(refusalProblem({ refused: [{ ...plan, rule }] }).type).toBe(type);
  });
});
