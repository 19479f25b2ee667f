import { Marks } from './marks.js';

const marks = new Marks('ab'.repeat(32));
const topic = 'roadbook.releases';

describe('a mark as it is told', () => {
  it('is read again, whatever the broker calls its places', () => {
    for (const mark of ['1', '4711', '9'.repeat(16), '0:17;1:4;2:99', 'x'.repeat(200)])
      expect(marks.read(topic, marks.told(topic, mark))).toBe(mark);
  });

  it('shows nothing of its place: it is another text every time, as long as any other', () => {
    const told = ['1', '1', '123456789'].map((mark) => marks.told(topic, mark));
    expect(new Set(told).size).toBe(3);
    expect(new Set(told.map(({ length }) => length)).size).toBe(1);
  });

  it('belongs to its topic and to its key', () => {
    const told = marks.told(topic, '1');
    expect(marks.read('roadbook.environments', told)).toBeUndefined();
    expect(new Marks('cd'.repeat(32)).read(topic, told)).toBeUndefined();
  });

  it.each(['', '1', 'x'.repeat(80), '!', 'A'.repeat(500)])(
    'is not "%s", which was never told',
    (told) => {
      expect(marks.read(topic, told)).toBeUndefined();
    },
  );

  it('is not one that was changed', () => {
    const told = marks.told(topic, '1');
    const other = told.endsWith('AAAA') ? 'BBBB' : 'AAAA';
    expect(marks.read(topic, told.slice(0, -4) + other)).toBeUndefined();
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new Marks('abcd')).toThrow('the key of marks must be 32 bytes');
  });
});
