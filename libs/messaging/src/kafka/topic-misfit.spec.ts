import { misfitOf, settingsOf } from './topic-misfit.js';

const wanted = { partitions: 2, retentionDays: 14 };

/** A topic as it is made, and on as many brokers as is said. */
const made = (copies: number, otherwise: Readonly<Record<string, string>> = {}) => ({
  ...{ name: 'orders', wanted, copies: [copies, copies] },
  settings: new Map(Object.entries({ ...settingsOf(14, copies), ...otherwise })),
});

describe('a topic of Kafka', () => {
  it.each([
    [1, '1'],
    [2, '1'],
    [3, '2'],
    [4, '2'],
    [9, '2'],
  ])('on %s brokers acknowledges what is on %s of them', (copies, inSync) => {
    expect(settingsOf(14, copies)['min.insync.replicas']).toBe(inSync);
    expect(misfitOf(made(copies), copies)).toBeUndefined();
  });

  it('may keep more than it has to', () => {
    const more = { 'retention.ms': '-1', 'max.message.bytes': '9999999' };
    expect(misfitOf(made(3, { ...more, 'min.insync.replicas': '3' }), 1)).toBeUndefined();
    expect(misfitOf(made(5), 3)).toBeUndefined();
  });

  it.each([
    [{ 'min.insync.replicas': '1' }, 'min.insync.replicas=2'],
    [{ 'unclean.leader.election.enable': 'true' }, 'unclean.leader.election.enable=false'],
    [{ 'retention.bytes': '1048576' }, 'retention.bytes=-1'],
  ])('that can lose what was acknowledged does not fit: %j', (otherwise, remedy) => {
    for (const replication of [1, 3])
      expect(misfitOf(made(3, otherwise), replication)).toBe(
        `topic orders is in Kafka, but not as Roadbook needs it; set ${remedy} there`,
      );
  });

  it('is on as few brokers as the partition that is on the fewest', () => {
    expect(misfitOf({ ...made(3), copies: [3, 2] }, 3)).toBe(
      'topic orders is on 2 brokers in Kafka, not on 3; reassign its partitions to 3, or set KAFKA_REPLICATION=2 if messages may be lost with a broker',
    );
  });
});
