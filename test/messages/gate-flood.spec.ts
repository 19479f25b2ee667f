import { gateReported, topicNamed } from '@roadbook/contracts';
import type { Message } from '@roadbook/messaging';
import { isWithheld } from '@roadbook/messaging/dead-letters';
import { project } from '../../apps/release/src/commands/service.fixture.js';
import { OnBus } from '../../apps/release/src/inbox/inbox.fixture.js';
import type { Ticket } from '../../apps/release/src/domain/tickets.js';
import { eventually } from '../journeys/api/eventually.js';
import { randomNumbers } from '../faults/random-numbers.js';
import { candidate, Flooding, sizes, ticketIds, versions } from './flood.js';
import type { Flood, Told } from './flood.js';
import { poisonKinds } from './poison.js';

const limitMs = 100_000;
const batch = 500;
const topic = topicNamed.gates.name;

/** Every gate applies to each of them. */
const tickets = ticketIds.map((id): Ticket => ({
  id,
  title: id,
  type: 'feature',
  ui: true,
  securityScope: ['auth'],
}));

describe('a flood of 10,000 gate messages', () => {
  let bus: OnBus;
  let flood: Flood;

  beforeAll(async () => {
    bus = new OnBus();
    await bus.service.register();
    for (const version of versions) {
      const plan = { project, version, kind: 'standard', breaking: false, tickets } as const;
      await bus.service.must(version, 'cio', { type: 'PlanRelease', data: plan });
      const data = { commit: candidate };
      await bus.service.must(version, 'cio', { type: 'ChooseCandidate', data });
    }
    flood = new Flooding(bus, randomNumbers(20_260_302)).flood();
    for (let at = 0; at < flood.messages.length; at += batch)
      await bus.messaging.publish(topic, flood.messages.slice(at, at + batch));
    await lastOnesTaken();
  }, limitMs);

  afterAll(() => bus.stop());

  const recordedIn = async (version: string) =>
    (await bus.service.store.readStream(`release-${project}@${version}`)).filter(
      ({ type }) => type === 'GateReported',
    );

  /** One more for each release: when it is taken, everything before it was. */
  async function lastOnesTaken(): Promise<void> {
    for (const version of versions) {
      const data = { project, version, candidate, tickets: ticketIds } as const;
      const last = {
        ...data,
        gate: 'quality',
        verdict: 'inconclusive',
        evidence: { note: 'the last' },
      } as const;
      await bus.publish(
        gateReported,
        { ...last, occurredAt: '2026-01-01T08:00:00.000Z' },
        { as: 'cqo', id: `last-${version}` },
      );
    }
    for (const version of versions)
      await eventually(
        async () => (await recordedIn(version)).at(-1)?.causationId === `last-${version}`,
        limitMs,
      );
  }

  it('has that many of each', () => {
    const { fresh, late, poison, duplicates } = sizes;
    expect(flood.messages).toHaveLength(10_000);
    expect(fresh + late + poison + duplicates).toBe(10_000);
    expect(new Set(flood.messages).size).toBe(10_000 - duplicates);
    expect([...flood.told.values()].flat()).toHaveLength(fresh + late);
    expect(flood.poisoned).toHaveLength(poison);
    expect(poisonKinds.length).toBeGreaterThanOrEqual(10);
  });

  it('has the effect of every valid message once, and that of nothing else', async () => {
    for (const version of versions) {
      const recorded = (await recordedIn(version)).slice(0, -1);
      expect(
        recorded.map(({ causationId, role, occurredAt, data }) => ({
          ...{ id: causationId, role, occurredAt },
          ...{ gate: data.gate, tickets: data.tickets, verdict: data.verdict },
        })),
      ).toStrictEqual((flood.told.get(version) ?? []).map(effectOf));
    }
  });

  it('leaves the later verdict standing, however late an older one came', async () => {
    for (const version of versions) {
      const { state } = await bus.service.deciding.release({ project, version });
      if (state.situation === 'unplanned') throw new Error(`${version} is not planned`);
      for (const { id, data } of flood.told.get(version) ?? []) {
        if (!id.startsWith('run-')) continue;
        const stands = state.candidate?.gates[data.gate].get(data.tickets[0] ?? '');
        expect([id, stands?.verdict]).toStrictEqual([id, data.verdict]);
      }
    }
  });

  it('has each poisonous message among the dead letters, with its reason and as it was', async () => {
    const letters = await bus.deadLetters.list(topic);
    expect(letters).toHaveLength(sizes.poison);
    const waiting = new Set(flood.poisoned);
    for (const { id, reason, consumer } of letters) {
      const { original } = await bus.deadLetters.find(topic, id);
      const match = [...waiting].find(
        (one) =>
          reason.includes(one.reason) && (isWithheld(original) || same(one.message, original)),
      );
      expect([reason, consumer, match !== undefined]).toStrictEqual([reason, 'release', true]);
      if (match) waiting.delete(match);
    }
    expect(waiting.size).toBe(0);
  });

  it('has stopped nobody', () => {
    expect(bus.trouble()).toBeUndefined();
  });
});

const same = (one: Message, other: Message): boolean =>
  one.key === other.key &&
  JSON.stringify(Object.entries(one.headers).sort()) ===
    JSON.stringify(Object.entries(other.headers).sort()) &&
  Buffer.compare(one.body, other.body) === 0;

const roleOf = { quality: 'cqo', design: 'cdo', security: 'cso' } as const;

const effectOf = ({ id, data }: Told) => ({
  ...{ id, role: roleOf[data.gate], occurredAt: data.occurredAt },
  ...{ gate: data.gate, tickets: data.tickets, verdict: data.verdict },
});
