import type { Message } from '../messaging.js';
import { Seal, sealHeader } from './seal.js';

const headers = ['publisher'];
const key = Buffer.alloc(32, 1);
const seal = new Seal({ headers, key });
const verdict: Message = {
  key: 'shop/1.4.0',
  headers: { ce_id: 'message-1', publisher: 'ana' },
  body: Buffer.from('passed'),
};
const sealed = seal.put('gates', verdict);

describe('what only services may say', () => {
  it('is believed where one of them sealed it', () => {
    expect(sealed.headers[sealHeader]).toBeDefined();
    expect(seal.believed('gates', sealed)).toStrictEqual(verdict.headers);
  });

  it('is taken away where nobody did', () => {
    expect(seal.believed('gates', verdict)).toStrictEqual({ ce_id: 'message-1' });
  });

  it.each([
    ['another body', 'gates', { ...sealed, body: Buffer.from('failed') }],
    ['another key', 'gates', { ...sealed, key: 'shop/1.5.0' }],
    ['another topic', 'deployments', sealed],
    ['another name', 'gates', { ...sealed, headers: { ...sealed.headers, publisher: 'ben' } }],
    ['another header', 'gates', { ...sealed, headers: { ...sealed.headers, more: 'x' } }],
    ['no header', 'gates', { ...sealed, headers: { ...sealed.headers, [sealHeader]: '' } }],
  ])('is taken away beside %s than was sealed', (_, topic, message) => {
    expect(seal.believed(topic, message)).not.toHaveProperty('publisher');
  });

  it('is taken away where another key sealed it', () => {
    const other = new Seal({ headers, key: Buffer.alloc(32, 2) });
    expect(other.believed('gates', sealed)).toStrictEqual({ ce_id: 'message-1' });
  });

  it('is taken away by who has no key, and not sealed', () => {
    const without = new Seal({ headers });
    expect(without.believed('gates', sealed)).toStrictEqual({ ce_id: 'message-1' });
    expect(without.put('gates', verdict)).toStrictEqual(verdict);
  });

  it('costs nothing where it is not said', () => {
    const plain = { ...verdict, headers: { ce_id: 'message-1' } };
    expect(seal.put('gates', plain)).toStrictEqual(plain);
    expect(seal.believed('gates', plain)).toStrictEqual(plain.headers);
  });

  it('needs a key that nobody guesses', () => {
    expect(() => new Seal({ headers, key: Buffer.alloc(31) })).toThrow(
      'the key of the seal has at least 32 bytes',
    );
  });
});
