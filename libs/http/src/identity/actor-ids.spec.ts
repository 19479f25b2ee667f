import { ActorIds } from './actor-ids.js';

describe('an actor id', () => {
  const ids = new ActorIds('0f'.repeat(32));

  it('is the same for the same issuer and subject, and says nothing of either', () => {
    const id = ids.of('https://id.example.org', 'ana');
    expect(id).toBe('a_40cc96c970f8819156d4edc158755002');
    expect(ids.of('https://id.example.org', 'ana')).toBe(id);
  });

  it('is another one for another subject, issuer or key', () => {
    const all = [
      ids.of('https://id.example.org', 'ana'),
      ids.of('https://id.example.org', 'ben'),
      ids.of('https://id.example.com', 'ana'),
      ids.of('https://id.example.organa', ''),
      new ActorIds('1f'.repeat(32)).of('https://id.example.org', 'ana'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new ActorIds('abc')).toThrow('the key of actor ids must be 32 bytes');
  });
});
