import { withhold } from './withhold.js';

describe('what a log withholds', () => {
  it('is every field that is secret by its name, at any depth', () => {
    expect(
      withhold({ message: 'x', headers: { Authorization: 'Bearer x', accept: '*/*' }, token: 'x' }),
    ).toStrictEqual({
      message: 'x',
      headers: { Authorization: '[withheld]', accept: '*/*' },
      token: '[withheld]',
    });
  });

  it('is every text that has the shape of a secret, and nothing beside it', () => {
    const url = ['postgres://app', 'hunter2@db/prod'].join(':');
    expect(withhold({ message: `cannot reach ${url}`, attempt: 2 })).toStrictEqual({
      message: '[withheld: a password in a URL]',
      attempt: 2,
    });
  });

  it('is not the message, when its fields cannot be written', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(withhold({ message: 'x', cyclic })).toStrictEqual({
      message: 'x',
      fields: '[unwritable]',
    });
    expect(withhold({ message: 'x', size: 12n })).toStrictEqual({ message: 'x', size: '12' });
  });
});
