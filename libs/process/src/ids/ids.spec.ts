import { RandomIds } from './ids.js';

describe('random ids', () => {
  it('are UUIDs, each another one', () => {
    const ids = new RandomIds();
    const [first, second] = [ids.next(), ids.next()];
    expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
  });
});
