import {
  encode,
  entryOfHappening,
  parityVerified,
  projectRegistered,
  releasePlanned,
  releasePrepared,
  topicNamed,
  violationRecorded,
} from '@roadbook/contracts';
import type { InputOf, MessageType } from '@roadbook/contracts';
import { Poison } from '@roadbook/messaging';
import { messageOf } from '@roadbook/messaging/envelope';
import { eventId, KnowledgeBase, project } from '../commands/knowledge-base.fixture.js';
import { projectDecider } from '../domain/project/project.js';
import { projectStream } from '../domain/streams.js';
import { Inbox } from './inbox.js';

const [releases, environments] = [topicNamed.releases.name, topicNamed.environments.name];

const message = <Of extends MessageType>(of: Of, data: InputOf<Of>, id = eventId('message')) => {
  const outgoing = encode(of, data, {
    ...{ id, source: 'urn:roadbook:release', time: '2026-03-02T08:00:00.000Z' },
    correlationId: 'correlation-1',
  });
  return messageOf(outgoing);
};

function taking(knowledgeBase = new KnowledgeBase()) {
  const { deciding, clock } = knowledgeBase;
  const inbox = new Inbox(clock, deciding);
  return { knowledgeBase, inbox };
}

const preparedAs = (number: number) => ({
  ...releasePrepared.example,
  event: eventId(number),
  replaces: number > 1 ? eventId(number - 1) : null,
});
const idOfPrepared = (number: number) =>
  entryOfHappening(project, { happening: 'release-prepared', event: eventId(number) });

describe('the inbox', () => {
  it('hears of a project, once', async () => {
    const { knowledgeBase, inbox } = taking();
    const registered = message(projectRegistered, projectRegistered.example);
    for (let time = 0; time < 2; time += 1) await inbox.take({ topic: releases, ...registered });
    const { state, revision } = await knowledgeBase.decisions.load(
      projectDecider,
      projectStream(project),
    );
    expect([state, revision]).toStrictEqual([{ registered: true }, 0]);
  });

  it('records what a message calls for, as of the time at which it happened', async () => {
    const { knowledgeBase, inbox } = taking();
    await inbox.take({ topic: releases, ...message(releasePrepared, preparedAs(1)) });
    const [event] = (await knowledgeBase.store.readAll()).events;
    expect(event).toMatchObject({
      stream: `entry-${project}@${idOfPrepared(1)}`,
      ...{ actor: 'system', role: 'system', occurredAt: releasePrepared.example.recordedAt },
      ...{ correlationId: 'correlation-1', causationId: eventId(1) },
      data: {
        author: { actor: releasePrepared.example.actor, role: 'deployer' },
        tells: { happening: 'release-prepared', event: eventId(1) },
      },
    });
  });

  it.each([[[1, 2]], [[2, 1]], [[2, 1, 2, 1]], [[1, 1, 2, 2]]])(
    'records each preparation once when messages come as %j',
    async (order) => {
      const { knowledgeBase, inbox } = taking();
      // A repeat can come in an envelope of its own.
      for (const [index, number] of order.entries())
        await inbox.take({
          topic: releases,
          ...message(releasePrepared, preparedAs(number), eventId(`envelope ${String(index)}`)),
        });
      const recorded = await knowledgeBase.recorded();
      expect([...recorded.keys()].sort()).toStrictEqual([idOfPrepared(1), idOfPrepared(2)].sort());
      expect(recorded.get(idOfPrepared(2))?.supersedes).toStrictEqual({
        entry: idOfPrepared(1),
        visibility: 'both',
      });
      expect((await knowledgeBase.entry(idOfPrepared(1))).supersededBy?.by).toBe(idOfPrepared(2));
    },
  );

  it('records each preparation once when replicas take the messages at the same moment', async () => {
    const { knowledgeBase, inbox } = taking();
    const { inbox: other } = taking(new KnowledgeBase(knowledgeBase.store));
    const taken = [inbox, other].flatMap((one) =>
      [1, 2].map((number) =>
        one.take({ topic: releases, ...message(releasePrepared, preparedAs(number)) }),
      ),
    );
    await Promise.all(taken);
    expect((await knowledgeBase.recorded()).size).toBe(2);
    const { events } = await knowledgeBase.store.readAll();
    expect(events.map(({ type }) => type).sort()).toStrictEqual([
      ...['EntryRecorded', 'EntryRecorded', 'EntrySuperseded'],
    ]);
  });

  it('takes violations of both services', async () => {
    const { knowledgeBase, inbox } = taking();
    const { version, ...ofNoRelease } = violationRecorded.example;
    const ofRelease = { ...ofNoRelease, version, event: eventId(1) };
    const ofChange = { ...ofNoRelease, candidate: null, change: eventId(3), event: eventId(2) };
    await inbox.take({ topic: releases, ...message(violationRecorded, ofRelease) });
    await inbox.take({ topic: environments, ...message(violationRecorded, ofChange) });
    expect((await knowledgeBase.recorded()).size).toBe(2);
  });

  it('passes over what calls for no entry', async () => {
    const { knowledgeBase, inbox } = taking();
    await inbox.take({ topic: releases, ...message(releasePlanned, releasePlanned.example) });
    expect((await knowledgeBase.recorded()).size).toBe(0);
  });

  it('cannot take what is no message, or is on the wrong topic', async () => {
    const { inbox } = taking();
    const noise = { headers: {}, body: Buffer.from('noise') };
    await expect(inbox.take({ topic: releases, ...noise })).rejects.toThrow(Poison);
    const misplaced = { topic: releases, ...message(parityVerified, parityVerified.example) };
    await expect(inbox.take(misplaced)).rejects.toThrow('belongs on roadbook.environments');
  });

  it('tells in the dead letter why a command was refused', async () => {
    const { knowledgeBase } = taking();
    const refused = [{ id: 'any', missing: 'it is refused' }] as const;
    const refusing = () => Promise.resolve({ refused });
    const inbox = new Inbox(knowledgeBase.clock, {
      onProject: refusing,
      onHappening: refusing,
    });
    const registered = message(projectRegistered, projectRegistered.example);
    await expect(inbox.take({ topic: releases, ...registered })).rejects.toThrow(
      new Poison('it is refused'),
    );
  });
});
