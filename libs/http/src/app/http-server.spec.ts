import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, Ids, ManualClock, RandomIds } from '@roadbook/process';
import type { AddressInfo } from 'node:net';
import { EmbeddedIdempotencyStore } from '../embedded/index.js';
import { IdempotencyStore } from '../idempotency/idempotency-store.js';
import { Public } from '../identity/access.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { createHttpApp } from './create-http-app.js';

/** Tells when the slow handler was entered and when something was logged, and lets the handler go on. */
const stage = new EventEmitter();

@Controller('slow')
class Slow {
  @Get()
  @Public()
  async get() {
    stage.emit('entered');
    await once(stage, 'go on');
    return { done: true };
  }
}

const clock = new ManualClock();
const keep = (...parts: unknown[]) => stage.emit('logged', parts);
const logger = { log: () => undefined, warn: keep, error: keep, debug: keep };

@Module({
  controllers: [Slow],
  providers: [
    { provide: Clock, useValue: clock },
    { provide: Ids, useClass: RandomIds },
    { provide: TokenVerifier, useValue: {} },
    {
      provide: IdempotencyStore,
      useValue: new EmbeddedIdempotencyStore({ path: ':memory:', clock }),
    },
  ],
})
class SlowModule {}

describe('an HTTP server', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeEach(async () => {
    app = await createHttpApp(SlowModule, { logger, logsRequests: true });
    await app.listen(0, '127.0.0.1');
    ({ port } = app.getHttpServer().address() as AddressInfo);
  });
  afterEach(() => app.close());

  /** Sends bytes, and gives back everything that came until the other side closed the connection. */
  const exchange = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket
        .on('data', (chunk) => {
          received += chunk.toString();
        })
        .on('close', () => {
          resolve(received);
        })
        .on('error', reject);
    });

  const problemIn = (response: string) => {
    const [head = '', body = ''] = response.split('\r\n\r\n');
    expect(head).toContain('Content-Type: application/problem+json');
    const { type, status } = JSON.parse(body);
    return { line: head.split('\r\n')[0], type, status };
  };

  it('answers what is no HTTP with a problem, and closes the connection', async () => {
    expect(problemIn(await exchange('hello\r\n\r\n'))).toStrictEqual({
      line: 'HTTP/1.1 400 The request cannot be read',
      type: 'urn:roadbook:problem:malformed-request',
      status: 400,
    });
  });

  it('answers headers that are too large with a problem', async () => {
    const response = await exchange(
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(problemIn(response).status).toBe(431);
  });

  it('finishes what is under way before it stops, and waits for no idle connection', async () => {
    const idle = exchange('');
    const entered = once(stage, 'entered');
    const answered = exchange('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await entered;
    const closed = app.close();
    stage.emit('go on');
    await closed;
    expect(await answered).toContain('{"done":true}');
    expect(await idle).toBe('');
  });

  it('logs the route and not the address', async () => {
    const logged = once(stage, 'logged');
    await exchange('GET /none?password=hush HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [parts] = await logged;
    expect(parts[0]).toBe('GET (unknown address) 404');
    expect(JSON.stringify(parts)).not.toContain('hush');
  });
});
