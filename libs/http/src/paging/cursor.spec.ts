import { cursorOf, positionOf } from './cursor.js';

const wrong = 'this cursor belongs to no page of this list';

describe('a cursor', () => {
  it('leads back to its position', () => {
    expect(positionOf('releases', cursorOf('releases', ['1.4.0', 12, 'é']))).toStrictEqual([
      '1.4.0',
      12,
      'é',
    ]);
  });

  it('can stand in an address as it is', () => {
    expect(cursorOf('releases', ['?&/+ü'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['of another list', cursorOf('tickets', ['1.4.0'])],
    ['that was cut', cursorOf('releases', ['1.4.0']).slice(0, -2)],
    ['that was added to', `${cursorOf('releases', ['1.4.0'])}=`],
    ['that was written by hand', '1.4.0'],
    ['that is empty', ''],
    ['with something else in it', Buffer.from('["releases",{}]').toString('base64url')],
    ['that is very long', cursorOf('releases', ['x'.repeat(2_000)])],
  ])('%s is refused', (_, cursor) => {
    expect(() => positionOf('releases', cursor)).toThrow(wrong);
  });
});
