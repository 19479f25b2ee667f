import { anyText, text } from './text.js';

describe('a text', () => {
  it.each(['a', 'abc', ' a ', '😀😀😀'])('%j is one of 1 to 3 characters', (value) => {
    expect(text(3).safeParse(value).success).toBe(true);
  });

  it.each(['', '   ', '\u00A0\uFEFF', 'abcd', '😀😀😀😀', null, 3])('%j is none', (value) => {
    expect(text(3).safeParse(value).success).toBe(false);
  });

  it('may be empty where that says something', () => {
    expect(anyText(3).safeParse('').success).toBe(true);
    expect(anyText(3).safeParse('abcd').success).toBe(false);
  });
});
