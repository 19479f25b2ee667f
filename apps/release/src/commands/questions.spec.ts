import { encode, environmentAsked } from '@roadbook/contracts';
import type { Question } from '@roadbook/messaging/asking';
import { ManualClock } from '@roadbook/process';
import type { AskedFor } from '../domain/environment-answers/source.js';
import { Questions } from './questions.js';

describe('a question to another service', () => {
  const asked: Question[] = [];
  beforeEach(() => {
    asked.length = 0;
  });

  const waitsOf = async (askedFor: AskedFor) => {
    const silent = {
      ask: (question: Question) => {
        asked.push(question);
        return Promise.resolve(undefined);
      },
    };
    const questions = new Questions(silent, new ManualClock(), { next: () => 'question-1' });
    const { answer } = await questions.ask(
      { actor: 'ana', role: 'cio', correlationId: 'request-1' },
      (said, provenance) =>
        encode(environmentAsked, { ...environmentAsked.example, ...said }, provenance),
      askedFor,
    );
    expect(answer).toBeUndefined();
    return asked.map(({ limitMs, inSilenceMs }) => ({ limitMs, inSilenceMs }));
  };

  it('is waited for up to its limit by a command, whoever was silent before', async () => {
    expect(await waitsOf('command')).toStrictEqual([{ limitMs: 5_000, inSilenceMs: undefined }]);
  });

  it('keeps no reader waiting for a service that was silent before', async () => {
    expect(await waitsOf('read')).toStrictEqual([{ limitMs: 5_000, inSilenceMs: 500 }]);
  });
});
