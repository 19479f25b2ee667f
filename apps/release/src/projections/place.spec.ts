import { placeOf } from './place.js';

describe('the place of a stream', () => {
  it('is the release of a release stream', () => {
    expect(placeOf('release-web@1.4.0')).toStrictEqual({
      about: { kind: 'release', project: 'web', version: '1.4.0' },
      release: 'web@1.4.0',
    });
  });

  it('has no release elsewhere, and is about nothing where the stream is none of ours', () => {
    expect(placeOf('road-web').release).toBeUndefined();
    expect(placeOf('road-web').about).toMatchObject({ kind: 'road', project: 'web' });
    expect(placeOf('account-7')).toStrictEqual({ about: undefined });
  });

  it('stays right when more streams pass by than are remembered', () => {
    const version = (number: number) => `1.${String(number)}.0`;
    const keys = Array.from({ length: 25_000 }, (_, number) => `web@${version(number)}`);
    const wrong = [...keys, ...keys].filter((key) => placeOf(`release-${key}`).release !== key);
    expect(wrong).toStrictEqual([]);
  });
});
