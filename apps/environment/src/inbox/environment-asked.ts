import {
  decode,
  encode,
  environmentAnswered,
  environmentAsked,
  topicNamed,
} from '@roadbook/contracts';
import type { InputOf } from '@roadbook/contracts';
import { isRefusal } from '@roadbook/decider';
import { Poison } from '@roadbook/messaging';
import type { Addressed, Envelope } from '@roadbook/messaging/envelope';
import { derivedId } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import type { Answering } from '../commands/answering.js';
import type { Answers, Question } from '../commands/question.js';
import { derivableId } from './message-id.js';

const source = 'urn:roadbook:environment';

/** The answer to a question about a project; `undefined` where the question is for somebody else, or nobody waits any more. */
export async function answerTo(
  envelope: Envelope,
  { answering, clock }: { readonly answering: Answering; readonly clock: Clock },
): Promise<Addressed | undefined> {
  const received = decode(topicNamed.questions.name, envelope);
  if (received.type !== environmentAsked.type) return undefined;
  const id = derivableId(received);
  const { correlationId = id, data } = received;
  const { askedAt: _, deadline, ...asked } = data;
  const isLate = () => clock.now() > deadline;
  if (isLate()) return undefined;
  const question: Question = { ...asked, id, correlationId };
  const answers = await answering.answer(question, clock.now());
  if (answers && isRefusal(answers))
    throw new Poison(answers.refused.map(({ missing }) => missing).join('; '));
  if (isLate()) return undefined;
  const { key, envelope: said } = encode(environmentAnswered, answerData(question, answers), {
    source,
    time: clock.now(),
    id: derivedId(id, 'answer'),
    causationId: id,
  });
  return { key, envelope: said };
}

const answerData = (
  { id: question, project, version }: Question,
  answers: Answers | undefined,
): InputOf<typeof environmentAnswered> => ({
  ...{ question, project, version },
  unknownProject: answers === undefined,
  pipeline: answers?.pipeline ?? null,
  parity: answers?.parity ? parityData(answers.parity) : null,
});

const parityData = ({
  id,
  answeredAt,
  staging,
  qa,
  drift,
}: NonNullable<Answers['parity']>): NonNullable<InputOf<typeof environmentAnswered>['parity']> => ({
  ...{ id, answeredAt, staging, qa },
  drift: drift.map(({ setting, kind, environment }) => ({
    setting,
    kind,
    environments: [environment],
  })),
});
