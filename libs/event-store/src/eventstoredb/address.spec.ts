import { readAddress } from './address.js';
import { UnsafeStore } from './unsafe-store.js';

describe('the address of an event store', () => {
  it.each([
    'esdb://ana:s3cret@store:2113',
    'esdb://ana:s3cret@a:2113,b:2113,c:2113?nodePreference=leader',
    'esdb+discover://ana:s3cret@cluster.example:2113?tls=true',
  ])('is taken with TLS and a user: %s', (url) => {
    expect(readAddress(url, false)).toStrictEqual({
      url,
      credentials: { username: 'ana', password: 's3cret' },
    });
  });

  it('may be written as that of a KurrentDB', () => {
    expect(readAddress('kurrentdb+discover://a:b@host', false).url).toBe(
      'esdb+discover://a:b@host',
    );
  });

  it('reads what is escaped in the password', () => {
    const { credentials } = readAddress('esdb://ana:p%40ss%3A1@store', false);
    expect(credentials?.password).toBe('p@ss:1');
  });

  it.each([
    ['esdb://ana:s3cret@store?tls=false', 'tls=false sends everything in the clear'],
    ['esdb://ana:s3cret@store?TLS=false', 'tls=false'],
    ['esdb://admin:changeit@store', 'admin still has the password that every server has at first'],
    ['esdb://ops:changeit@store', 'ops still has the password'],
    ['esdb://admin:change%69t@store', 'admin still has the password'],
  ])('is refused outside development: %s', (url, why) => {
    expect(() => readAddress(url, false)).toThrow(UnsafeStore);
    expect(() => readAddress(url, false)).toThrow(why);
    expect(readAddress(url, true).credentials).toBeDefined();
  });

  it('is refused with TLS and without a user, also in development', () => {
    for (const development of [true, false]) {
      expect(() => readAddress('esdb://store:2113', development)).toThrow('needs a user');
    }
    expect(readAddress('esdb://store:2113?tls=false', true)).toStrictEqual({
      url: 'esdb://store:2113?tls=false',
    });
  });

  it('is refused with a switch that makes the client answer wrongly', () => {
    expect(() => readAddress('esdb://ana:s3cret@store?throwOnAppendFailure=false', true)).toThrow(
      'throwOnAppendFailure=false makes the client answer an append that failed',
    );
  });

  it('is never repeated when it cannot be read', () => {
    expect(() => readAddress('http://ana:s3cret@store', true)).toThrow(
      new UnsafeStore(
        'the address of the event store cannot be read; write it as esdb://user:password@host:2113',
      ),
    );
  });
});
