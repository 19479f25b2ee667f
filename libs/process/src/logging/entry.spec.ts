import { entryOf } from './entry.js';

describe('a log entry', () => {
  it('takes the last text as its context', () => {
    expect(entryOf('started', ['Service'])).toStrictEqual({
      context: 'Service',
      message: 'started',
    });
  });

  it('takes fields beside a text, and fields that carry their message', () => {
    expect(entryOf('started', [{ port: 3000 }, 'Service'])).toStrictEqual({
      port: 3000,
      context: 'Service',
      message: 'started',
    });
    expect(entryOf({ message: 'started', port: 3000 }, [])).toStrictEqual({
      message: 'started',
      port: 3000,
    });
  });

  it('takes an error by itself', () => {
    const error = new TypeError('broken');
    expect(entryOf(error, ['Service'])).toStrictEqual({
      context: 'Service',
      message: 'broken',
      error: { name: 'TypeError', message: 'broken', stack: error.stack },
    });
  });

  it('takes a message with the stack that Nest hands over as a text', () => {
    const stack = 'Error: broken\n    at somewhere';
    expect(entryOf('it broke', [stack, 'Service'])).toStrictEqual({
      context: 'Service',
      message: 'it broke',
      error: { name: 'Error', message: '', stack },
    });
  });

  it('takes a stack without a context', () => {
    const stack = 'Error: broken\n    at somewhere';
    expect(entryOf('it broke', [stack]).error).toStrictEqual({
      name: 'Error',
      message: '',
      stack,
    });
  });
});
