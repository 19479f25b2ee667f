import { charactersOf } from './characters.js';

describe('the characters of a text', () => {
  it.each([
    ['', 0],
    ['road', 4],
    ['é', 1],
    ['道路', 2],
    ['😀😀', 2],
    ['👍🏽', 2],
    ['\uD83D', 1],
    ['\uDE00\uD83D', 2],
  ])('of %j are %d', (text, characters) => {
    expect(charactersOf(text)).toBe(characters);
  });
});
