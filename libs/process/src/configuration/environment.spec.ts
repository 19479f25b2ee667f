import { Environment } from './environment.js';

describe('the environment', () => {
  it('reads what is set and falls back where nothing is', () => {
    const environment = new Environment({ DEPTH: '7', COLOUR: 'red', NAME: 'roadbook' });
    expect(environment.integer('DEPTH', { fallback: 1, min: 0, max: 9 })).toBe(7);
    expect(environment.integer('WIDTH', { fallback: 1, min: 0, max: 9 })).toBe(1);
    expect(environment.choice('COLOUR', ['red', 'blue'])).toBe('red');
    expect(environment.choice('SHADE', ['light', 'dark'])).toBeUndefined();
    expect(environment.text('NAME')).toBe('roadbook');
    expect(() => {
      environment.settle();
    }).not.toThrow();
  });

  it.each(['7.5', '-1', '10', ' 7', '7 ', '0x7', '1e0', 'seven'])(
    'refuses %j where a whole number from 0 to 9 belongs',
    (DEPTH) => {
      const environment = new Environment({ DEPTH });
      environment.integer('DEPTH', { fallback: 1, min: 0, max: 9 });
      expect(() => {
        environment.settle();
      }).toThrow('DEPTH must be a whole number from 0 to 9');
    },
  );

  it('tells everything that is wrong at once', () => {
    const environment = new Environment({ DEPTH: 'x', COLOUR: 'green', NAME: '' });
    environment.integer('DEPTH', { fallback: 1, min: 0, max: 9 });
    environment.choice('COLOUR', ['red', 'blue']);
    environment.text('NAME');
    expect(() => {
      environment.settle();
    }).toThrow(
      [
        'The configuration is refused:',
        'DEPTH must be a whole number from 0 to 9',
        'COLOUR must be one of red, blue',
        'NAME is set but empty: give it a value or unset it',
      ].join('\n  - '),
    );
  });

  it('lists variables that nobody asked for', () => {
    const environment = new Environment({ BOOK_DATA: 'x', BOOK_DATE: 'x', OTHER: 'x' });
    environment.text('BOOK_DATA');
    expect(environment.unknown('BOOK_')).toStrictEqual(['BOOK_DATE']);
  });
});
