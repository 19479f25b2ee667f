import { provisioned } from './topic.js';

const orders = { name: 'orders', summary: 'What is ordered' };

describe('topics', () => {
  it('come with a topic of their dead letters, which are kept longer', () => {
    expect(provisioned([orders])).toStrictEqual([
      { ...orders, partitions: 8, retentionDays: 14 },
      {
        name: 'orders.dead-letters',
        summary: 'What a consumer of orders could not take, with the reason',
        partitions: 1,
        retentionDays: 365,
      },
    ]);
  });

  it('have the partitions and the retention that are given', () => {
    expect(provisioned([{ ...orders, partitions: 3, retentionDays: 1 }])).toMatchObject([
      { partitions: 3, retentionDays: 1 },
      { partitions: 1, retentionDays: 365 },
    ]);
  });

  it.each(['', 'Orders', 'a b', 'a..b', '.a', 'a.', 'a_b', 'x'.repeat(201), 'a.dead-letters'])(
    'are not called "%s"',
    (name) => {
      expect(() => provisioned([{ ...orders, name }])).toThrow("can't be the name of a topic");
    },
  );

  it.each([0, -1, 1.5, 257, Number.NaN])('have no %s partitions', (partitions) => {
    expect(() => provisioned([{ ...orders, partitions }])).toThrow('has 1 to 256 partitions');
  });

  it.each([0, -1, Number.NaN])('are not kept for %s days', (retentionDays) => {
    expect(() => provisioned([{ ...orders, retentionDays }])).toThrow('is kept for some days');
  });

  it('are given once each', () => {
    expect(() => provisioned([orders, orders])).toThrow('topic orders is given twice');
  });
});
