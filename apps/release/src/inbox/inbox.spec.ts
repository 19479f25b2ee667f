import { gateReported, topicNamed } from '@roadbook/contracts';
import type { GateReported } from '@roadbook/contracts';
import { plusMs } from '@roadbook/decider';
import { StoreUnavailable } from '@roadbook/event-store';
import { project } from '../commands/service.fixture.js';
import type { PlannedRelease } from '../domain/release/state.js';
import { passed, planned, ticket, version } from './gates.fixture.js';
import { OnBus } from './inbox.fixture.js';

describe('the inbox of the release service', () => {
  let bus: OnBus;

  beforeEach(() => {
    bus = new OnBus();
  });

  afterEach(() => bus.stop());

  const release = async (): Promise<PlannedRelease> => {
    const { state } = await bus.service.deciding.release({ project, version });
    if (state.situation === 'unplanned') throw new Error('it is not planned');
    return state;
  };

  const verdictOn = async (id = 'T-1', gate: GateReported['gate'] = 'quality') =>
    (await release()).candidate?.gates[gate].get(id)?.verdict;

  const events = async () =>
    (await bus.service.store.readStream(`release-${project}@${version}`)).filter(
      ({ type }) => type === 'GateReported',
    );

  it('takes a verdict of whoever the door knows, once however often it is delivered', async () => {
    await planned(bus);
    const { topic, message } = bus.messageOf(gateReported, passed, { as: 'cqo', actor: 'ana' });
    await bus.messaging.publish(topic, [message, message]);
    await bus.messaging.publish(topic, [message]);
    await bus.publish(gateReported, { ...passed, gate: 'design' }, { as: 'cdo' });
    await bus.until(async () => (await verdictOn('T-1', 'design')) === 'passed');
    expect((await events()).map(({ actor, role, data }) => [actor, role, data.gate])).toStrictEqual(
      [
        ['ana', 'cqo', 'quality'],
        ['cdo', 'cdo', 'design'],
      ],
    );
  });

  it('says which message an event follows from', async () => {
    await planned(bus);
    await bus.publish(gateReported, passed, { as: 'cqo', id: 'run-4711' });
    await bus.until(async () => (await events()).length === 1);
    const [event] = await events();
    expect(event?.causationId).toBe('run-4711');
    expect(event?.correlationId).toBe(event?.commandId);
  });

  it('knows a message by its sender too: nobody takes its place by sending first', async () => {
    await planned(bus);
    await bus.publish(gateReported, passed, { as: 'cqo', id: 'run-1' });
    await bus.publish(
      gateReported,
      { ...passed, gate: 'security', verdict: 'failed' },
      { as: 'cso', id: 'run-1' },
    );
    await bus.until(async () => (await verdictOn('T-1', 'security')) === 'failed');
    expect(await verdictOn()).toBe('passed');
  });

  it.each<[string, Partial<GateReported>]>([
    ['another verdict', { verdict: 'failed' }],
    ['another ticket', { tickets: ['T-2'] }],
    ['a time at which it happened', { occurredAt: '2026-01-01T09:30:00.000Z' }],
  ])('puts aside another message of an id that was used: %s', async (_, other) => {
    await planned(bus, [ticket('T-1'), ticket('T-2')]);
    const posted = { as: 'cqo', id: 'run-1' } as const;
    await bus.publish(gateReported, passed, posted);
    await bus.until(async () => (await verdictOn()) === 'passed');
    bus.service.clock.advance({ seconds: 1 });
    await bus.publish(gateReported, passed, posted);
    await bus.publish(gateReported, { ...passed, ...other }, posted);
    expect(await bus.reasons(1)).toStrictEqual([
      'a message of this source and id was taken that says something else; send this one under an id of its own',
    ]);
    expect(await events()).toHaveLength(1);
  });

  it('lets the later verdict stand, however late the older one comes', async () => {
    await planned(bus);
    const at = (seconds: number) => `2026-01-01T09:00:0${String(seconds)}.000Z`;
    await bus.publish(
      gateReported,
      { ...passed, verdict: 'failed', occurredAt: at(5) },
      { as: 'cqo' },
    );
    await bus.publish(gateReported, { ...passed, occurredAt: at(1) }, { as: 'cqo' });
    await bus.until(async () => (await events()).length === 2);
    expect(await verdictOn()).toBe('failed');
  });

  it("takes the time of the message for its reporter's where the data say none", async () => {
    await planned(bus);
    const at = (seconds: number) => `2026-01-01T09:00:0${String(seconds)}.000Z`;
    const time = at(5);
    await bus.publish(gateReported, { ...passed, verdict: 'failed' }, { as: 'cqo', time });
    await bus.until(async () => (await verdictOn()) === 'failed');
    bus.service.clock.advance({ seconds: 1 });
    await bus.publish(gateReported, passed, { as: 'cqo', time: at(1) });
    await bus.until(async () => (await events()).length === 2);
    expect(await verdictOn()).toBe('failed');
    expect((await events()).map(({ occurredAt }) => occurredAt)).toStrictEqual([at(5), at(1)]);
  });

  it('lets a verdict that waited as a dead letter change nothing that is newer', async () => {
    await planned(bus);
    const T9 = { ...passed, tickets: ['T-9'] };
    await bus.publish(gateReported, T9, { as: 'cqo', time: '2026-01-01T08:59:00.000Z' });
    await bus.reasons(1);
    const tickets = [ticket('T-1'), ticket('T-9')];
    await bus.service.must(version, 'cio', { type: 'RetargetTickets', data: { tickets } });
    await bus.publish(gateReported, { ...T9, verdict: 'failed' }, { as: 'cqo' });
    await bus.until(async () => (await verdictOn('T-9')) === 'failed');
    bus.service.clock.advance({ seconds: 1 });
    const [letter] = await bus.deadLetters.list(topicNamed.gates.name);
    await bus.deadLetters.replay(topicNamed.gates.name, letter!.id, 'an operator');
    await bus.until(async () => (await events()).length === 2);
    expect(await verdictOn('T-9')).toBe('failed');
  });

  it('does not take a message of the future', async () => {
    await planned(bus);
    const ahead = plusMs(bus.service.clock.now(), 60_001);
    await bus.publish(gateReported, passed, { as: 'cqo', time: ahead });
    const [reason] = await bus.reasons(1);
    expect(reason).toMatch(/^the occurred time .* lies more than 60 s ahead of /);
    expect(await events()).toStrictEqual([]);
  });

  it('takes a verdict on 500 tickets', async () => {
    const tickets = Array.from({ length: 500 }, (_, index) => ticket(`T-${String(index)}`));
    await planned(bus, tickets);
    const ids = tickets.map(({ id }) => id);
    await bus.publish(gateReported, { ...passed, tickets: ids }, { as: 'cqo' });
    await bus.until(async () => (await verdictOn('T-499')) === 'passed');
    expect((await release()).candidate?.gates.quality.size).toBe(500);
  });

  it('puts aside what the domain refuses, with its sentences', async () => {
    await planned(bus);
    await bus.publish(gateReported, { ...passed, project: 'shpo' }, { as: 'cqo' });
    expect(await bus.reasons(1)).toStrictEqual(['this project is not registered']);
    await bus.publish(gateReported, { ...passed, version: '1.5.0' }, { as: 'cqo' });
    await bus.publish(gateReported, { ...passed, tickets: ['T-9'] }, { as: 'cqo' });
    await bus.publish(gateReported, passed, { as: 'cdo' });
    await bus.publish(gateReported, passed, { as: 'client' });
    expect((await bus.reasons(5)).slice(1).sort()).toStrictEqual([
      'not targeted by this release: T-9',
      'this is for cqo, not for cdo',
      'this is for cqo, not for client',
      'this release is not planned',
    ]);
    expect(await events()).toStrictEqual([]);
  });

  it('takes what was refused when it is replayed, and that once', async () => {
    await planned(bus);
    const T9 = { ...passed, tickets: ['T-9'] };
    await bus.publish(gateReported, T9, { as: 'cqo' });
    await bus.reasons(1);
    const tickets = [ticket('T-1'), ticket('T-9')];
    await bus.service.must(version, 'cio', { type: 'RetargetTickets', data: { tickets } });
    const [letter] = await bus.deadLetters.list(topicNamed.gates.name);
    await bus.deadLetters.replay(topicNamed.gates.name, letter!.id, 'an operator');
    await bus.until(async () => (await verdictOn('T-9')) === 'passed');
    expect(await events()).toHaveLength(1);
  });

  it('does not take what nobody is known to have published', async () => {
    await planned(bus);
    await bus.publish(gateReported, passed);
    const { message } = bus.messageOf(gateReported, passed, { as: 'cqo' });
    await bus.post({ ...message, headers: { ...message.headers, 'roadbook-role': 'queen' } });
    expect(await bus.reasons(2)).toStrictEqual(
      Array.from(
        { length: 2 },
        () =>
          'nobody knows who published this: it did not come by POST /v1/messages, and what comes by a broker is taken only with ROADBOOK_TRUST_BUS=true',
      ),
    );
    expect(await events()).toStrictEqual([]);
  });

  it('puts aside what is no message, or does not fit, and names what is wrong', async () => {
    await planned(bus);
    const { message } = bus.messageOf(gateReported, passed, { as: 'cqo' });
    const { headers } = message;
    const { key, body } = message;
    const says = (data: object) => ({ key, headers, body: Buffer.from(JSON.stringify(data)) });
    const typed = (type: string) => ({ key, headers: { ...headers, ce_type: type }, body });
    const poison = [
      [{ key, headers, body: Buffer.from('{') }, 'the body is not JSON'],
      [{ key, headers: {}, body }, 'this is no CloudEvent'],
      [says({ ...passed, verdict: 'green' }), 'data.verdict must be one of'],
      [says({ ...passed, tickets: [] }), 'data.tickets must be a list of 1 to 500 entries'],
      [says({ ...passed, evidence: {} }), 'data.evidence must be an object with a link'],
      [says({ ...passed, actor: 'ana' }), 'data has a field that is none of'],
      [typed('roadbook.gate-reported.v2'), 'version 2 of gate-reported is not supported'],
      [typed('roadbook.deployment-claimed.v1'), 'belongs on roadbook.deployments.reported'],
      [typed('order-placed'), 'the type of the message is none that Roadbook knows'],
      [
        { key, headers: { ...headers, ce_subject: 'shop/9.9.9' }, body },
        'the subject must be what the data is about',
      ],
    ] as const;
    for (const [one] of poison) await bus.post(one);
    const reasons = await bus.reasons(poison.length);
    expect(
      poison.filter(([, why]) => !reasons.some((reason) => reason.includes(why))),
    ).toStrictEqual([]);
    expect(reasons).toHaveLength(poison.length);
  });

  it('refuses what looks like a secret by field and shape, and keeps its digest alone', async () => {
    await planned(bus);
    const secret = `ghp_${'a'.repeat(36)}`;
    await bus.publish(
      gateReported,
      { ...passed, evidence: { note: `see ${secret}` } },
      { as: 'cqo' },
    );
    const [reason] = await bus.reasons(1);
    expect(reason).toMatch(/^data\.evidence\.note holds a GitHub .*token/);
    const [letter] = await bus.deadLetters.list(topicNamed.gates.name);
    const { original } = await bus.deadLetters.find(topicNamed.gates.name, letter!.id);
    expect(JSON.stringify(original)).not.toContain(secret);
  });

  it('waits for a store that is away, and then takes the message', async () => {
    await planned(bus);
    const { store } = bus.service;
    let away = 2;
    const readStream = store.readStream.bind(store);
    store.readStream = (...asked) =>
      away-- > 0 ? Promise.reject(new StoreUnavailable('away')) : readStream(...asked);
    await bus.publish(gateReported, passed, { as: 'cqo' });
    await bus.until(async () => away < 0 && (await verdictOn()) === 'passed');
    expect(await bus.deadLetters.list(topicNamed.gates.name)).toStrictEqual([]);
  });
});
