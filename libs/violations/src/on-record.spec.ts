import { violationDeciderAbout, violationsIn } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { derivedId } from '@roadbook/process';
import { ViolationsOnRecord } from './on-record.js';

type OfDoor = { readonly door: string };

const stream = 'violations-house';
const commandId = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const origin: Origin = {
  ...{ actor: 'ines', role: 'cio', at: '2026-03-02T10:00:00.000Z' },
  ...{ commandId, correlationId: commandId },
};
const refusal: Refusal = {
  refused: [
    { id: 'key-turned', missing: 'the key is not turned', rule: 2 },
    { id: 'bell-rung', missing: 'nobody rang', rule: 1 },
  ],
};

describe('a refusal', () => {
  const store = new InMemoryEventStore();
  const decider = violationDeciderAbout<OfDoor>(({ door }) => [door]);
  const onRecord = new ViolationsOnRecord(new Decisions(store), decider);
  const violations = violationsIn('OpenDoor', { door: 'front' }, refusal);

  it('is answered once each hard rule that refused has its violation, by who tried', async () => {
    const answered = await onRecord.refused(stream, refusal, violations, origin);
    expect(answered).toStrictEqual({ ...refusal, violation: true });
    const by = { actor: 'ines', role: 'cio', correlationId: commandId };
    expect(await store.readStream(stream)).toMatchObject([
      { ...by, commandId: derivedId(commandId, 'violation/1'), data: { rule: 1 } },
      { ...by, commandId: derivedId(commandId, 'violation/2'), data: { rule: 2 } },
    ]);
  });

  it('adds nothing to the record when the same is tried again', async () => {
    const again = { ...origin, commandId: derivedId(commandId, 'again') };
    const answered = await onRecord.refused(stream, refusal, violations, again);
    expect(answered).toStrictEqual({ ...refusal, violation: true });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('is answered as it is where it leaves nothing behind', async () => {
    expect(await onRecord.refused(stream, refusal, [], origin)).toBe(refusal);
  });
});
