import { givenUrl } from './find-service.js';

describe('the address of the service to drive', () => {
  it('is taken without the slash at its end', () => {
    expect(givenUrl('https://roadbook.example/')).toBe('https://roadbook.example');
    expect(givenUrl('http://127.0.0.1:3000/road')).toBe('http://127.0.0.1:3000/road');
  });

  it('may be left open', () => {
    expect(givenUrl('')).toBeUndefined();
  });

  it.each(['nonsense', 'localhost:3000', 'ftp://roadbook.example', 'http://'])(
    'is refused at once where it is none: %s',
    (given) => {
      expect(() => givenUrl(given)).toThrow(
        `ROADBOOK_URL must be an address such as http://127.0.0.1:3000, and ${given} is none`,
      );
    },
  );
});
