import { isLoopback } from './loopback.js';

describe('loopback', () => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])(
    'includes %s',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '10.0.0.1', 'example.org', 'localhost.example.org', '128.0.0.1', ''])(
    'excludes %j',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
