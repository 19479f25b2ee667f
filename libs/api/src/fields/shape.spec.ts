import { anyText, matching, text } from './shape.js';

describe('a text in a request', () => {
  it.each(['a', 'abc', ' a ', '😀😀😀'])('%j is one of 1 to 3 characters', (value) => {
    expect(text(3).holds(value)).toBe(true);
  });

  it.each(['', '   ', '\u00A0\uFEFF', 'abcd', '😀😀😀😀', null, 3])('%j is none', (value) => {
    expect(text(3).holds(value)).toBe(false);
  });

  it('may be empty where that says something', () => {
    expect(anyText(3).holds('')).toBe(true);
    expect(anyText(3).holds('😀😀😀')).toBe(true);
    expect(anyText(3).holds('😀😀😀😀')).toBe(false);
  });

  it('has a form, and no more characters than that has', () => {
    const form = matching({ pattern: /^\S+$/, charactersMax: 3, says: 'three at most' });
    expect(form.holds('😀😀😀')).toBe(true);
    expect(form.holds('😀😀😀😀')).toBe(false);
    expect(form.holds('a b')).toBe(false);
  });
});
