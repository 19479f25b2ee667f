import { Problem } from '../problem/problem-details.js';
import { negotiate } from './negotiate.js';

const offered = ['application/json', 'text/markdown'] as const;

describe('content negotiation', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/markdown', 'text/markdown'],
    ['text/*', 'text/markdown'],
    ['Text/Markdown; charset=utf-8', 'text/markdown'],
    ['application/json;q=0.5, text/markdown', 'text/markdown'],
    ['application/json;q=0.5, text/markdown;q=0.4', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/json;q=0, */*', 'text/markdown'],
    ['text/markdown, application/json', 'application/json'],
  ])('of %j gives %s', (accept, type) => {
    expect(negotiate(accept, offered)).toBe(type);
  });

  it.each(['text/html', 'application/json;q=0, text/markdown;q=0', '*/*;q=0', 'json', '*/*;q=x'])(
    'of %j gives 406 with what is offered',
    (accept) => {
      const attempt = () => negotiate(accept, offered);
      expect(attempt).toThrow(Problem);
      expect(attempt).toThrow('ask for application/json or text/markdown');
    },
  );
});
