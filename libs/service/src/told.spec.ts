import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '@roadbook/process';
import { CannotStart } from './cannot-start.js';
import { told } from './told.js';

/** Why nothing can listen there. */
const failureOf = (port: number, host: string): Promise<Error> =>
  new Promise((resolve) => createServer().once('error', resolve).listen(port, host));

describe('what is said of a start that failed', () => {
  it('is the sentence alone where somebody can mend it', () => {
    expect(told(new CannotStart('KAFKA_BROKERS: start it'))).toBe('KAFKA_BROKERS: start it');
    expect(told(new ConfigurationError(['PORT must be less']))).toBe(
      'The configuration is refused:\n  - PORT must be less',
    );
  });

  it('is the stack trace of a mistake of ours', () => {
    expect(told(new TypeError('no such thing'))).toMatch(/^TypeError: no such thing\n +at /);
    expect(told('gone')).toBe('gone');
  });

  it('names PORT where another program listens', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const failure = await failureOf(port, '127.0.0.1');
    taken.close();
    expect(told(failure)).toBe(
      `127.0.0.1:${String(port)} is in use by another program; stop that one, or set PORT to another port`,
    );
  });

  it('names HOST where it is no address of this machine', async () => {
    expect(told(await failureOf(0, '192.0.2.1'))).toBe(
      'HOST must be an address of this machine, and 192.0.2.1 is none (EADDRNOTAVAIL)',
    );
  });

  it.each([
    [
      { code: 'EACCES', syscall: 'listen', address: '0.0.0.0', port: 80 },
      'port 80 is not open to this user; set PORT to one above 1023',
    ],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'no.such.host' },
      'HOST must be an address of this machine, and no.such.host is none (ENOTFOUND)',
    ],
  ])('of %j is %s', (failure, sentence) => {
    expect(told(Object.assign(new Error('listen'), failure))).toBe(sentence);
  });
});
