import { Problem } from '../problem/problem-details.js';
import { parseJson } from './parse-json.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

function refusalOf(body: string | Buffer): string | undefined {
  try {
    parseJson(Buffer.from(body));
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.details.status).toBe(400);
    expect(error.details.type).toBe('urn:roadbook:problem:malformed-request');
    return error.details.detail;
  }
}

describe('a JSON body', () => {
  it.each(['{"a":[1,"é",null,true,{"b":{}}]}', '[]', '"text"', '0', nested(32)])(
    'is read: %s',
    (text) => {
      expect(parseJson(Buffer.from(text))).toStrictEqual(JSON.parse(text));
    },
  );

  it.each([
    ['{"a":1,"a":2}', 'the field "a" stands twice in one object'],
    ['{"b":[{"a":{},"c":"}","\\u0061":2}]}', 'the field "a" stands twice in one object'],
    [`{"${'n'.repeat(65)}":1,"${'n'.repeat(65)}":2}`, 'a field stands twice in one object'],
  ])('is refused when a field stands twice in one object: %s', (text, sentence) => {
    expect(refusalOf(text)).toBe(sentence);
  });

  it('may have fields of one name in different objects, and names among its texts', () => {
    const text = '{"a":{"a":1},"b":[{"a":2},{"a":"\\"a\\":{"}],"c":"a"}';
    expect(parseJson(Buffer.from(text))).toStrictEqual(JSON.parse(text));
  });

  it('is refused when it is empty, no JSON, or no UTF-8', () => {
    expect(refusalOf('')).toBe('the body is empty: send JSON');
    expect(refusalOf('{"password": hush}')).toBe('the body is not JSON');
    expect(refusalOf('{"a":1')).toBe('the body is not JSON');
    expect(refusalOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('the body is not UTF-8');
  });

  it('is refused when it is nested more than 32 deep, however deep', () => {
    expect(refusalOf(nested(33))).toBe('the body is nested too deeply');
    expect(refusalOf('{"a":'.repeat(33) + '1' + '}'.repeat(33))).toBe(
      'the body is nested too deeply',
    );
    expect(refusalOf(nested(500_000))).toMatch(/nested too deeply|not JSON/);
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"a":{"constructor":1}}',
    '[{"prototype":null}]',
    '{"hasOwnProperty":1}',
    '{"a":[{"toString":"x"}]}',
  ])('is refused when a field would change what its object is: %s', (text) => {
    expect(refusalOf(text)).toBe('the body has a field that is not allowed in any object');
  });

  it.each(['"\\u0000"', '{"a":"x\\ud800"}', '{"\\udc00":1}'])(
    'is refused when a text cannot be stored as it is: %s',
    (text) => {
      expect(refusalOf(text)).toBe('a text holds NUL or half of a character');
    },
  );

  it('may hold characters outside the basic plane', () => {
    expect(parseJson(Buffer.from('"\\ud83d\\ude80 🚀"'))).toBe('🚀 🚀');
  });
});
