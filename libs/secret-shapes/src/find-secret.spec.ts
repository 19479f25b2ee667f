import { findSecret } from './find-secret.js';

const secret = `ghp_${'a'.repeat(36)}`;
const shape = 'a GitHub token';

describe('looking for a secret', () => {
  it('names the field in which it stands', () => {
    const tickets = [{ title: 'a' }, { title: 'b' }, { title: `see ${secret}` }];
    expect(findSecret({ tickets })).toStrictEqual({ field: 'tickets[2].title', shape });
    expect(findSecret({ note: { text: secret } }, 'body')).toStrictEqual({
      field: 'body.note.text',
      shape,
    });
    expect(findSecret([[secret]])).toStrictEqual({ field: '[0][0]', shape });
  });

  it('looks at the names of fields too, without repeating them', () => {
    expect(findSecret({ note: { [secret]: 1 } })).toStrictEqual({
      field: 'note (the name of a field)',
      shape,
    });
    expect(findSecret({ [secret]: 1 })).toStrictEqual({ field: '(the name of a field)', shape });
  });

  it.each([
    [
      'with what nobody sees in it',
      `${secret.slice(0, 3)}\u200b${secret.slice(3, 12)}\u00ad${secret.slice(12)}`,
    ],
    [
      'in letters of full width',
      secret.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ['beside other letters', `Schlüssel: ${secret}`],
  ])('finds one %s', (_, text) => {
    expect(findSecret(text)).toStrictEqual({ field: '', shape });
  });

  it('finds none in what is only written in other letters', () => {
    expect(findSecret('Ｐａｙ ｂｙ ｃａｒｄ — “schöner” zahlen 👩\u200d💻')).toBeUndefined();
  });

  it.each([undefined, null, 0, true, '', [], {}, { a: [1, null, 'text'] }])(
    'finds none in %j',
    (value) => {
      expect(findSecret(value)).toBeUndefined();
    },
  );

  it('finds the same one each time it is asked', () => {
    for (let time = 0; time < 3; time++) {
      expect(findSecret(secret)).toStrictEqual({ field: '', shape });
    }
  });

  it('survives any depth', () => {
    let deep: unknown = secret;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(findSecret(deep)?.shape).toBe(shape);
  });

  it.each([
    ...['eyJ', 'eyJhbGciOi.', '://', '://a:', '://:@', 'Mz', 'MTA.', 'A', 'SK0', 'SG.', ':AA', '1'],
    ...[
      '-----BEGIN ',
      '-----BEGIN A A A A ',
      'ya29.',
      '8Q~',
      'hvs.',
      '.atlasv1.',
      'xoxb-',
      'key-0',
    ],
    ...['authorization:   ', 'ghp_', 'glc_', '&sig=', 'discord.com/api/webhooks/1', 'sk-ant-'],
    ...[
      'password=',
      ';pwd=',
      'pwd=a;',
      'host=a password=',
      'host=',
      '&password=',
      '?token=a',
      '&token=aaaaaaaaaaaaaaaa',
    ],
  ])('is done at once with a long text of "%s"', (piece) => {
    // Linear time is a few milliseconds here; quadratic time would be minutes.
    const text = piece.repeat(1_000_000 / piece.length);
    const begin = performance.now();
    findSecret(text);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});
