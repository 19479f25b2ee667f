import { noParityAnswer, noPipelineAnswer } from './answers.js';
import { freshAnswers } from './freshness.js';

const answeredAt = '2026-03-02T10:00:00.000Z';
const parity = { id: 'p', answeredAt, staging: 'mirrors', qa: 'mirrors', drift: [] } as const;
const pipeline = { id: 'q', answeredAt, state: 'confirmed', changes: [] } as const;

describe('an answer about the environments', () => {
  it('counts for an hour', () => {
    const answers = { parity, pipeline };
    expect(freshAnswers(answers, '2026-03-02T11:00:00.000Z')).toStrictEqual(answers);
  });

  it('is none after that', () => {
    expect(freshAnswers({ parity, pipeline }, '2026-03-02T11:00:00.001Z')).toStrictEqual({
      parity: noParityAnswer,
      pipeline: noPipelineAnswer,
    });
  });

  it('ages by itself', () => {
    const later = { ...pipeline, answeredAt: '2026-03-02T10:30:00.000Z' };
    expect(freshAnswers({ parity, pipeline: later }, '2026-03-02T11:15:00.000Z')).toStrictEqual({
      parity: noParityAnswer,
      pipeline: later,
    });
  });
});
