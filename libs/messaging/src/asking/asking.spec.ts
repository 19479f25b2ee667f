import { ManualClock } from '@roadbook/process';
import { delays } from '../contract/index.js';
import { aMessage, readToEnd, until } from '../contract/fixtures.js';
import { SqliteMessaging } from '../embedded/index.js';
import { temporaryFolder } from '../embedded/temporary-folder.fixture.js';
import { messageOf } from '../envelope/index.js';
import { MessagingUnavailable } from '../errors.js';
import type { Addressed, Envelope } from '../envelope/index.js';
import { answering } from './answering.js';
import type { Answer } from './answering.js';
import { Asking } from './asking.js';

const topics = [
  { name: 'questions', summary: 'What is asked' },
  { name: 'answers', summary: 'What is answered' },
];
const exchange = { questions: 'questions', answers: 'answers' };
const limitMs = 5_000;

describe('asking over messages', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let messaging: SqliteMessaging;
  let asking: Asking;
  let clock: ManualClock;
  const warnings: unknown[][] = [];
  beforeEach(() => {
    folder = temporaryFolder();
    clock = new ManualClock();
    messaging = SqliteMessaging.open(folder.file('messages.db'), { topics, delays });
    warnings.length = 0;
    asking = new Asking(messaging, { warn: (...said: unknown[]) => void warnings.push(said) });
  });
  afterEach(async () => {
    await asking.stop();
    await messaging.close();
    folder.remove();
  });

  const said = (type: string, id: string, data: unknown): Addressed => ({
    key: 'shop',
    envelope: {
      ...{ id, type, data, time: clock.now() },
      source: 'urn:roadbook:sample',
      datacontenttype: 'application/json',
    },
  });
  const ask = (id: string, waitMs = limitMs, inSilenceMs?: number) =>
    asking.ask({
      ...{ exchange, question: said('asked', id, { of: id }), limitMs: waitMs },
      ...(inSilenceMs !== undefined && { inSilenceMs }),
    });
  const echo: Answer = ({ id, data }) =>
    Promise.resolve(said('answered', `answer-to-${id}`, { to: data }));
  const answerWith = (answer: Answer, name = 'answerer') =>
    messaging.consume(
      name,
      ['questions'],
      answering(answer, { messaging, clock, answers: 'answers', limitMs }),
    );
  const answers = async () =>
    (await readToEnd(messaging, 'answers')).map(({ headers }) => headers['ce_correlationid']);

  it('gives the answer to the question, which names it', async () => {
    answerWith(echo);
    const answer = await ask('question-1');
    expect(answer).toStrictEqual({
      ...said('answered', 'answer-to-question-1', { to: { of: 'question-1' } }).envelope,
      correlationid: 'question-1',
    });
  });

  it('gives each of many its own answer', async () => {
    answerWith(echo);
    const ids = Array.from({ length: 50 }, (_, number) => `question-${number}`);
    const found = await Promise.all(ids.map((id) => ask(id)));
    expect(found.map((answer) => answer?.id)).toStrictEqual(ids.map((id) => `answer-to-${id}`));
  });

  it('gives nothing when nobody answers in time', async () => {
    expect(await ask('question-1', 20)).toBeUndefined();
  });

  it('gives nothing when nobody knows the answer', async () => {
    answerWith(() => Promise.resolve(undefined));
    expect(await ask('question-1', 200)).toBeUndefined();
    expect(await answers()).toStrictEqual([]);
  });

  it('takes the first of two answers', async () => {
    answerWith((question) => echo({ ...question, data: 'one' }), 'one');
    answerWith((question) => echo({ ...question, data: 'one' }), 'other');
    expect((await ask('question-1'))?.data).toStrictEqual({ to: 'one' });
    await until(async () => (await answers()).length === 2);
    expect((await ask('question-2'))?.correlationid).toBe('question-2');
  });

  it('passes by what comes too late, what answers another question, and what is no envelope', async () => {
    expect(await ask('question-1', 20)).toBeUndefined();
    const waiting = ask('question-2');
    const late = said('answered', 'late', {});
    await messaging.publish('answers', [
      aMessage('shop', 'noise'),
      messageOf({ ...late, envelope: { ...late.envelope, correlationid: 'question-1' } }),
      messageOf(late),
    ]);
    answerWith(echo);
    expect((await waiting)?.id).toBe('answer-to-question-2');
  });

  it('lets nobody wait when it is stopped', async () => {
    const waiting = ask('question-1');
    await until(async () => (await readToEnd(messaging, 'questions')).length === 1);
    await asking.stop();
    expect(await waiting).toBeUndefined();
  });

  it('asks a question once at a time', async () => {
    answerWith(echo);
    const first = ask('question-1');
    await expect(ask('question-1')).rejects.toThrow('question question-1 is asked already');
    expect((await first)?.correlationid).toBe('question-1');
    expect((await ask('question-1'))?.correlationid).toBe('question-1');
  });

  it('says when it could not ask, and waits for nothing then', async () => {
    const question = said('asked', 'question-1', {});
    const elsewhere = (one: object) =>
      asking.ask({ exchange: { ...exchange, ...one }, question, limitMs });
    await expect(elsewhere({ questions: 'nowhere' })).rejects.toThrow('there is no topic nowhere');
    await expect(elsewhere({ answers: 'nowhere' })).rejects.toThrow('there is no topic nowhere');
    answerWith(echo);
    expect((await ask('question-1'))?.correlationid).toBe('question-1');
  });

  describe('when the broker is away', () => {
    const never = () => new Promise<never>(() => undefined);
    const refuses = () => Promise.reject(new MessagingUnavailable('the broker is away'));

    it.each(['listen', 'publish'] as const)(
      'gives nothing within the limit when it hangs at %s',
      async (call) => {
        Object.assign(messaging, { [call]: never });
        expect(await ask('question-1', 20)).toBeUndefined();
      },
    );

    it.each(['listen', 'publish'] as const)(
      'gives nothing, and waits for nothing, when it refuses to %s',
      async (call) => {
        Object.assign(messaging, { [call]: refuses });
        expect(await ask('question-1')).toBeUndefined();
      },
    );

    it('is heard again when it is there again', async () => {
      answerWith(echo);
      const { listen } = messaging;
      Object.assign(messaging, { listen: refuses });
      expect(await ask('question-1')).toBeUndefined();
      Object.assign(messaging, { listen });
      expect((await ask('question-2'))?.correlationid).toBe('question-2');
    });

    it('says once why nobody answers, until somebody does', async () => {
      const { publish } = messaging;
      Object.assign(messaging, { publish: refuses });
      await ask('question-1');
      await ask('question-2');
      const silence = 'asked is not answered; what rests on it counts as unknown';
      expect(warnings).toStrictEqual([[silence, new MessagingUnavailable('the broker is away')]]);
      Object.assign(messaging, { publish });
      answerWith(echo);
      await ask('question-3');
      Object.assign(messaging, { publish: refuses });
      await ask('question-4');
      expect(warnings).toHaveLength(2);
    });
  });

  describe('who is in a hurry', () => {
    it('waits for the whole limit as long as questions are answered', async () => {
      answerWith(echo);
      expect((await ask('question-1', limitMs, 0))?.correlationid).toBe('question-1');
      expect((await ask('question-2', limitMs, 0))?.correlationid).toBe('question-2');
    });

    it('waits no longer than they want when the last question was not answered, which still counts', async () => {
      await ask('unanswered', 20);
      expect(await ask('question-1', limitMs, 20)).toBeUndefined();
      answerWith(echo);
      await until(async () => (await answers()).includes('question-1'));
      expect((await ask('question-2', limitMs, 0))?.correlationid).toBe('question-2');
    });

    it('gets an answer that comes within what they wait for', async () => {
      await ask('unanswered', 20);
      answerWith(echo);
      expect((await ask('question-1', limitMs, limitMs))?.correlationid).toBe('question-1');
    });

    it('is not held up, and holds up nobody, by questions of another type', async () => {
      await ask('unanswered', 20);
      answerWith((question) =>
        question.type === 'asked-elsewhere' ? echo(question) : Promise.resolve(undefined),
      );
      const question = said('asked-elsewhere', 'question-1', {});
      const answer = await asking.ask({ exchange, question, limitMs, inSilenceMs: 0 });
      expect(answer?.correlationid).toBe('question-1');
      expect(await ask('question-2', limitMs, 0)).toBeUndefined();
    });
  });

  describe('the side that answers', () => {
    const asked: Envelope[] = [];
    const noting: Answer = (question) => {
      asked.push(question);
      return echo(question);
    };
    beforeEach(() => {
      asked.length = 0;
    });

    it('does not look at a question that nobody waits for any more', async () => {
      await messaging.publish('questions', [messageOf(said('asked', 'old', {}))]);
      clock.advance({ ms: limitMs + 1 });
      answerWith(noting);
      expect((await ask('new'))?.correlationid).toBe('new');
      expect(asked.map(({ id }) => id)).toStrictEqual(['new']);
      expect(await answers()).toStrictEqual(['new']);
    });

    it('still answers at the last moment', async () => {
      await messaging.publish('questions', [messageOf(said('asked', 'old', {}))]);
      clock.advance({ ms: limitMs });
      answerWith(noting);
      await until(async () => (await answers()).length === 1);
    });

    it('says nothing when finding the answer took too long', async () => {
      answerWith((question) => {
        if (question.id === 'slow') clock.advance({ ms: limitMs + 1 });
        return noting(question);
      });
      const slow = ask('slow', 300);
      await until(() => asked.length === 1);
      expect((await ask('next'))?.correlationid).toBe('next');
      expect(await slow).toBeUndefined();
      expect(await answers()).toStrictEqual(['next']);
    });

    it('is asked again when it failed', async () => {
      let failing = true;
      answerWith((question) => {
        if (failing) {
          failing = false;
          return Promise.reject(new Error('the rows are being built'));
        }
        return noting(question);
      });
      expect((await ask('question-1'))?.correlationid).toBe('question-1');
    });

    it('makes a dead letter of what is no question', async () => {
      answerWith(noting);
      await messaging.publish('questions', [aMessage('shop', 'noise')]);
      expect((await ask('question-1'))?.correlationid).toBe('question-1');
      await until(async () => (await readToEnd(messaging, 'questions.dead-letters')).length === 1);
    });
  });
});
