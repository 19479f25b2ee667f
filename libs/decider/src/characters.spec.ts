import { charactersOf, shortened } from './characters.js';

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

describe('a text that is shortened', () => {
  it.each([
    ['abc', 'abc'],
    ['abcd', 'ab…'],
    ['😀😀😀', '😀😀😀'],
    ['😀😀😀😀', '😀😀…'],
    ['a😀😀😀', 'a😀…'],
  ])('%s is %s in three characters', (text, short) => {
    expect(shortened(text, 3)).toBe(short);
  });

  it('can end in other words', () => {
    expect(shortened('abcd', 3, '… (cut off)')).toBe('ab… (cut off)');
  });
});
