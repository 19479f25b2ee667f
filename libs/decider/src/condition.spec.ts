import { ask, condition, guard, met, missing, seenFrom } from './condition.js';
import { refuse, refuseAtFirst, refuseUnlessAll } from './decision.js';

interface Cake {
  readonly baked?: string;
  readonly candles: number;
}

const isBaked = condition('baked', { rule: 2, from: 'cto' }, ({ baked }: Cake) =>
  baked === undefined ? missing('the cake is not baked') : met(baked),
);
const hasCandles = guard('candles', { from: 'cio' }, ({ candles }: Cake) =>
  candles > 0 ? undefined : 'there are no candles',
);
const isServed = condition('served', { from: 'cio' }, ({ candles }: Cake) =>
  candles > 9 ? missing('too many candles to serve', 'cso') : met(undefined, 'it may burn'),
);

describe('a condition', () => {
  it('shows the event by which it is met', () => {
    expect(ask([isBaked], { baked: 'CakeBaked#1', candles: 1 })).toStrictEqual([
      {
        id: 'baked',
        rule: 2,
        from: 'cto',
        finding: { met: true, event: 'CakeBaked#1', risk: undefined },
      },
    ]);
  });

  it('says what is missing, and who usually supplies it', () => {
    expect(ask([hasCandles], { candles: 0 })).toStrictEqual([
      {
        id: 'candles',
        rule: undefined,
        from: 'cio',
        finding: { met: false, missing: 'there are no candles', from: undefined },
      },
    ]);
  });

  it('names another role where the usual one cannot supply this', () => {
    const [answer] = ask([isServed], { candles: 10 });
    expect(answer?.from).toBe('cso');
  });

  it('may be met and a risk all the same', () => {
    const [answer] = ask([isServed], { candles: 1 });
    expect(answer?.finding).toStrictEqual({ met: true, event: undefined, risk: 'it may burn' });
  });

  it('can be asked of something larger', () => {
    const ofParty = seenFrom([hasCandles], ({ cake }: { cake: Cake }) => cake);
    expect(refuseUnlessAll(ofParty, { cake: { candles: 0 } })?.refused[0].missing).toBe(
      'there are no candles',
    );
  });
});

describe('a refusal', () => {
  const nothing = { candles: 0 };

  it('carries everything that is missing, in the order of the questions', () => {
    expect(refuseUnlessAll([hasCandles, isBaked, isServed], nothing)).toStrictEqual({
      refused: [
        { id: 'candles', missing: 'there are no candles', rule: undefined, from: 'cio' },
        { id: 'baked', missing: 'the cake is not baked', rule: 2, from: 'cto' },
      ],
    });
  });

  it('stops at the first where a later question makes no sense', () => {
    expect(refuseAtFirst([isServed, isBaked, hasCandles], nothing)).toStrictEqual({
      refused: [{ id: 'baked', missing: 'the cake is not baked', rule: 2, from: 'cto' }],
    });
  });

  it('is none when everything is met', () => {
    const ready = { baked: 'CakeBaked#1', candles: 3 };
    expect(refuseUnlessAll([isBaked, hasCandles], ready)).toBeUndefined();
    expect(refuseAtFirst([isBaked, hasCandles], ready)).toBeUndefined();
  });

  it('can be had of one condition where what it asks for is not there', () => {
    expect(refuse(hasCandles, nothing)).toStrictEqual({
      refused: [{ id: 'candles', missing: 'there are no candles', rule: undefined, from: 'cio' }],
    });
  });

  it('cannot be had of a condition that is met', () => {
    expect(() => refuse(hasCandles, { candles: 3 })).toThrow('candles is met, so it can');
  });
});
