import { derivedId } from './derived-id.js';

/** The namespace for host names of RFC 9562, section 6.6. */
const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('a derived id', () => {
  it('is that of RFC 9562 (appendix A.4)', () => {
    expect(derivedId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is another one in another namespace', () => {
    const other = derivedId(dns, 'another');
    expect(derivedId(other, 'www.example.com')).not.toBe(derivedId(dns, 'www.example.com'));
  });

  it('needs a UUID as its namespace', () => {
    expect(() => derivedId('roadbook', 'name')).toThrow('the namespace of a derived id is a UUID');
  });
});
