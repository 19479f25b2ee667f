import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import { Body, Controller, Get, Headers, HttpCode, Module, Param, Post, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Origin } from '@roadbook/decider';
import { Clock, Health, Ids, ManualClock, RandomIds } from '@roadbook/process';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyReply, InjectOptions } from 'fastify';
import { RequestOrigin } from '../context/parameters.js';
import { EmbeddedIdempotencyStore } from '../embedded/index.js';
import { HealthController } from '../health/health-controller.js';
import { IdempotencyStore } from '../idempotency/idempotency-store.js';
import { May, Public } from '../identity/access.js';
import type { Identity } from '../identity/identity.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { negotiate } from '../negotiation/negotiate.js';
import { unauthenticated } from '../problem/problems.js';
import { refused } from '../problem/refusal-problem.js';
import { etagOf } from '../revision/etag.js';
import { IfMatch } from '../revision/if-match.js';
import { assertPrecondition } from '../revision/precondition.js';
import type { Precondition } from '../revision/precondition.js';
import { NoFields } from '../validation/no-fields.js';
import { createHttpApp } from './create-http-app.js';

class Note {
  @IsString()
  @MaxLength(200)
  text: string;
}

class Plan {
  @IsString()
  version: string;

  @IsOptional()
  @IsInt()
  size?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => Note)
  note?: Note;
}

const handled: Origin[] = [];
/** Tells when the slow handler was entered, and lets it go on. */
const slow = new EventEmitter();

@Controller('v1/projects/:project/releases')
class Releases {
  @Get()
  @May('cio', 'auditor')
  list(@Param('project') project: string, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('ETag', etagOf(7));
    return { project };
  }

  @Post()
  @May('cio', 'cpo')
  plan(
    @Body() plan: Plan,
    @RequestOrigin() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    handled.push(origin);
    void reply.header('ETag', etagOf(handled.length)).header('Location', `/v1/${plan.version}`);
    return { version: plan.version, handled: handled.length };
  }

  @Post('refused')
  @May('cio')
  refuse(@RequestOrigin() origin: Origin) {
    handled.push(origin);
    const sentence = `waiting for quality, ${handled.length}`;
    throw refused({ refused: [{ id: 'gates-passed', missing: sentence, rule: 2, from: 'cqo' }] });
  }

  @Post('nothing')
  @May('cio')
  nothing(@Body() fields: NoFields) {
    return fields;
  }

  @Post('conditional')
  @May('cio')
  @HttpCode(200)
  conditional(@IfMatch() precondition: Precondition | undefined) {
    assertPrecondition(precondition, 12);
    return {};
  }

  @Post('slow')
  @May('cio')
  async slow(@RequestOrigin() origin: Origin) {
    handled.push(origin);
    slow.emit('entered');
    await once(slow, 'go on');
    return {};
  }

  @Post('broken')
  @May('cio')
  broken(@RequestOrigin() origin: Origin) {
    handled.push(origin);
    throw new TypeError('internal details');
  }

  @Get('document')
  @May('cio')
  document(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const type = negotiate(accept, ['application/json', 'text/markdown']);
    void reply.type(`${type}; charset=utf-8`);
    return type === 'text/markdown' ? '# Log' : { log: [] };
  }
}

@Controller('open')
class Open {
  @Get()
  @Public()
  get() {
    return { open: true };
  }
}

const tokens: Record<string, Identity> = {
  ana: { actor: 'a_ana', roles: ['cio'] },
  ben: { actor: 'a_ben', roles: ['cpo', 'cio'] },
  eve: { actor: 'a_eve', roles: ['auditor'] },
  guest: { actor: 'a_guest', roles: ['cio'], projects: ['other'] },
};

class KnownTokens extends TokenVerifier {
  override verify(token: string): Promise<Identity> {
    const identity = tokens[token];
    return identity
      ? Promise.resolve(identity)
      : Promise.reject(unauthenticated('the token is not accepted', 'it has expired'));
  }
}

const clock = new ManualClock('2026-01-01T12:00:00.000Z');

@Module({
  controllers: [Releases, Open, HealthController],
  providers: [
    Health,
    { provide: Clock, useValue: clock },
    { provide: Ids, useClass: RandomIds },
    { provide: TokenVerifier, useClass: KnownTokens },
    {
      provide: IdempotencyStore,
      useValue: new EmbeddedIdempotencyStore({ path: ':memory:', clock }),
    },
  ],
})
class TestModule {}

/** A problem as it comes to a client. */
interface Answer {
  type: string;
  status: number;
  correlationId: string;
  permitted?: string[];
  errors?: unknown[];
}

const base = '/v1/projects/shop/releases';
const json = { 'content-type': 'application/json' };
const as = (name: string) => ({ authorization: `Bearer ${name}` });

describe('an HTTP app', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await createHttpApp(TestModule, { logger: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  beforeEach(() => {
    handled.length = 0;
  });
  afterAll(() => app.close());

  const send = (options: InjectOptions) => app.inject(options);
  const post = (path: string, payload: unknown = {}, headers: Record<string, string> = {}) =>
    send({
      method: 'POST',
      url: base + path,
      headers: { ...json, ...as('ana'), ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const get = (url: string, headers: Record<string, string> = as('ana')) =>
    send({ method: 'GET', url, headers });

  /** What every problem has in common is asserted here once. */
  const problemIn = (response: Awaited<ReturnType<typeof send>>) => {
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json\b/);
    const { type, status, correlationId, ...rest } = response.json<Answer>();
    expect(status).toBe(response.statusCode);
    expect(correlationId).toMatch(/^[\w.:-]{8,64}$/);
    return { status, type: type.replace('urn:roadbook:problem:', ''), ...rest };
  };
  const kindOf = (response: Awaited<ReturnType<typeof send>>) => {
    const { status, type } = problemIn(response);
    return [status, type];
  };

  describe('lets in', () => {
    it('everybody where a route is public, with or without a token', async () => {
      expect((await get('/open', {})).statusCode).toBe(200);
      expect((await get('/open', as('nobody'))).statusCode).toBe(200);
    });

    it('nobody without a valid token anywhere else, and says how to get in', async () => {
      const response = await get(base, {});
      expect(kindOf(response)).toStrictEqual([401, 'unauthenticated']);
      expect(response.headers['www-authenticate']).toBe('Bearer realm="roadbook"');
      const expired = await get(base, as('nobody'));
      expect(kindOf(expired)).toStrictEqual([401, 'unauthenticated']);
      expect(expired.headers['www-authenticate']).toBe(
        'Bearer realm="roadbook", error="invalid_token", error_description="it has expired"',
      );
      expect(kindOf(await get(base, { authorization: 'Basic YTpi' }))[0]).toBe(401);
    });

    it('a role that may, and tells another one which may', async () => {
      expect((await get(base, as('eve'))).statusCode).toBe(200);
      const { type, permitted } = problemIn(await post('', { version: '1' }, as('eve')));
      expect({ type, permitted }).toStrictEqual({
        type: 'role-not-permitted',
        permitted: ['cio', 'cpo'],
      });
    });

    it('a token that is limited to projects only to these', async () => {
      expect(kindOf(await get(base, as('guest')))).toStrictEqual([403, 'project-not-permitted']);
      expect((await get('/v1/projects/other/releases', as('guest'))).statusCode).toBe(200);
    });

    it('nobody whose body it would have to read first', async () => {
      const huge = await post('', 'x'.repeat(2 * 1024 * 1024), { authorization: '' });
      expect(huge.statusCode).toBe(401);
    });
  });

  describe('knows the origin of a command', () => {
    it('by actor, role, clock and correlation', async () => {
      const response = await post('', { version: '1' }, { 'x-correlation-id': 'job-4711' });
      expect(response.headers['x-correlation-id']).toBe('job-4711');
      const [{ commandId, ...origin }] = handled as [Origin];
      expect(commandId).toMatch(/^[0-9a-f-]{36}$/);
      expect(origin).toStrictEqual({
        actor: 'a_ana',
        role: 'cio',
        at: '2026-01-01T12:00:00.000Z',
        correlationId: 'job-4711',
      });
    });

    it('in the first role that may, or in the one asked for', async () => {
      await post('', { version: '1' }, as('ben'));
      await post('', { version: '1' }, { ...as('ben'), 'roadbook-role': 'cpo' });
      expect(handled.map(({ role }) => role)).toStrictEqual(['cio', 'cpo']);
    });
  });

  describe('refuses a body', () => {
    it.each([
      ['that is no JSON', '{"version": hush', 400, 'malformed-request'],
      ['that is empty', '', 400, 'malformed-request'],
      ['that is too large', `"${'x'.repeat(1024 * 1024)}"`, 413, 'too-large'],
      ['that is too deep', '{"a":'.repeat(40) + '1' + '}'.repeat(40), 400, 'malformed-request'],
      ['that pollutes', '{"version":"1","__proto__":{"admin":true}}', 400, 'malformed-request'],
      ['with a field of the wrong type', '{"version":1}', 400, 'invalid-request'],
      ['with an unknown field', '{"version":"1","colour":"hush"}', 400, 'invalid-request'],
      [
        'with an unknown field within',
        '{"version":"1","note":{"text":"a","x":1}}',
        400,
        'invalid-request',
      ],
      ['that is a list', '[]', 400, 'invalid-request'],
    ])('%s', async (_, body, status, type) => {
      const response = await post('', body);
      expect(kindOf(response)).toStrictEqual([status, type]);
      expect(response.body).not.toContain('hush');
      expect(handled).toHaveLength(0);
    });

    it('of another media type', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
        const response = await post('', 'version=1', { 'content-type': type });
        expect(kindOf(response)).toStrictEqual([415, 'unsupported-media-type']);
      }
    });

    it('with fields, where none are declared', async () => {
      expect((await post('/nothing', {})).statusCode).toBe(201);
      expect(kindOf(await post('/nothing', { x: 1 }))).toStrictEqual([400, 'invalid-request']);
      const bodiless = { method: 'POST', url: `${base}/nothing`, headers: as('ana') } as const;
      expect((await send(bodiless)).statusCode).toBe(201);
    });

    it('field by field', async () => {
      expect(problemIn(await post('', { version: 1, size: 'x' })).errors).toStrictEqual([
        { field: 'version', message: 'version must be a string' },
        { field: 'size', message: 'size must be an integer number' },
      ]);
    });
  });

  describe('refuses a secret', () => {
    const secret = `ghp_${'a'.repeat(36)}`;

    it.each([
      ['the body', '', { version: '1', note: { text: secret } }, {}, 'note.text'],
      ['an undeclared field', '', { other: secret }, {}, 'other'],
      ['the query', `?after=${secret}`, {}, {}, 'query.after'],
      ['the Idempotency-Key', '', {}, { 'idempotency-key': secret }, 'Idempotency-Key'],
    ])(
      'in %s, with its field and shape and nothing of it',
      async (_, path, body, headers, field) => {
        const response = await post(path, body, headers);
        expect(problemIn(response)).toMatchObject({
          status: 422,
          type: 'secret-in-text',
          field,
          shape: 'a GitHub token',
        });
        expect(response.body).not.toContain(secret);
        expect(JSON.stringify(response.headers)).not.toContain(secret);
        expect(handled).toHaveLength(0);
      },
    );

    it('in the path', async () => {
      const response = await get(`/v1/projects/${secret}/releases`);
      expect(problemIn(response)).toMatchObject({ type: 'secret-in-text', field: 'path.project' });
    });
  });

  describe('answers a repeat with the same Idempotency-Key', () => {
    let keys = 0;
    let key: { 'idempotency-key': string };
    beforeEach(() => {
      key = { 'idempotency-key': `key-${keys++}` };
    });

    it('with the first answer, and does nothing again', async () => {
      const first = await post('', { version: '1' }, key);
      const again = await post('', { version: '1' }, key);
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(again.headers['idempotency-replayed']).toBe('true');
      for (const { statusCode, body, headers } of [first, again]) {
        const { etag, location } = headers;
        expect({ statusCode, body, etag, location }).toStrictEqual({
          statusCode: 201,
          body: '{"version":"1","handled":1}',
          etag: '"1"',
          location: '/v1/1',
        });
        expect(headers['content-type']).toBe('application/json; charset=utf-8');
      }
      expect(handled).toHaveLength(1);
    });

    it('with the first refusal', async () => {
      const [first, again] = [await post('/refused', {}, key), await post('/refused', {}, key)];
      expect(problemIn(again)).toMatchObject({
        status: 409,
        type: 'urn:roadbook:rule:2-four-artifacts',
        violation: true,
        detail: 'waiting for quality, 1',
      });
      expect(again.body).toBe(first.body);
      expect(handled).toHaveLength(1);
    });

    it('by trying anew when the first one decided nothing', async () => {
      expect((await post('/broken', {}, key)).statusCode).toBe(500);
      expect((await post('/broken', {}, key)).statusCode).toBe(500);
      expect(handled).toHaveLength(2);
      expect(handled[0]!.commandId).toBe(handled[1]!.commandId);
      const fixed = { 'idempotency-key': `${key['idempotency-key']}-fixed` };
      expect((await post('', { version: 1 }, fixed)).statusCode).toBe(400);
      expect((await post('', { version: '1' }, fixed)).statusCode).toBe(201);
    });

    it('with 422 when the body or the address is another one', async () => {
      await post('', { version: '1' }, key);
      const reused = [422, 'idempotency-key-reused'];
      expect(kindOf(await post('', { version: '2' }, key))).toStrictEqual(reused);
      expect(kindOf(await post('?x=1', { version: '1' }, key))).toStrictEqual(reused);
      expect(handled).toHaveLength(1);
    });

    it('with 409 while the first one is under way', async () => {
      const entered = once(slow, 'entered');
      const first = post('/slow', {}, key);
      await entered;
      expect(kindOf(await post('/slow', {}, key))).toStrictEqual([409, 'idempotency-key-in-use']);
      slow.emit('go on');
      expect((await first).statusCode).toBe(201);
      expect((await post('/slow', {}, key)).statusCode).toBe(201);
      expect(handled).toHaveLength(1);
    });

    it('as a first one when another actor sent it', async () => {
      await post('', { version: '1' }, key);
      await post('', { version: '1' }, { ...key, ...as('ben') });
      expect(handled).toHaveLength(2);
      expect(handled[0]!.commandId).not.toBe(handled[1]!.commandId);
    });

    it.each(['', 'x'.repeat(256), 'é'])('with 400 when the key is %j', async (wrong) => {
      const response = await post('', { version: '1' }, { 'idempotency-key': wrong });
      expect(kindOf(response)).toStrictEqual([400, 'malformed-request']);
    });

    it('never for a read', async () => {
      const first = await get(base, { ...as('ana'), ...key });
      const again = await get(base, { ...as('ana'), ...key });
      expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toStrictEqual([
        undefined,
        undefined,
      ]);
    });
  });

  describe('honours revisions', () => {
    it('by 412 with the revision there is', async () => {
      expect((await post('/conditional', {}, { 'if-match': '"12"' })).statusCode).toBe(200);
      const stale = problemIn(await post('/conditional', {}, { 'if-match': '"11"' }));
      expect(stale).toMatchObject({ status: 412, type: 'precondition-failed', revision: 12 });
    });

    it('by 304 to a read of what the client has', async () => {
      const response = await get(base, { ...as('ana'), 'if-none-match': 'W/"6", W/"7"' });
      expect(response.statusCode).toBe(304);
      expect(response.body).toBe('');
      expect(response.headers.etag).toBe('"7"');
      expect((await get(base, { ...as('ana'), 'if-none-match': '"6"' })).statusCode).toBe(200);
    });
  });

  describe('answers', () => {
    it('an unknown address with 404, and repeats nothing of it', async () => {
      const response = await get('/v1/unknown?password=hush');
      expect(kindOf(response)).toStrictEqual([404, 'not-found']);
      expect(response.body).not.toContain('unknown?');
      expect(response.body).not.toContain('hush');
    });

    it('another method with 405 and those there are', async () => {
      const response = await send({ method: 'DELETE', url: `${base}?x=1` });
      expect(kindOf(response)).toStrictEqual([405, 'method-not-allowed']);
      expect(response.headers.allow).toBe('GET, HEAD, POST');
      expect(kindOf(await send({ method: 'OPTIONS', url: base }))[0]).toBe(405);
    });

    it('HEAD as GET without a body', async () => {
      const response = await send({ method: 'HEAD', url: base, headers: as('ana') });
      expect(response.statusCode).toBe(200);
      expect(response.headers.etag).toBe('"7"');
      expect(response.body).toBe('');
      expect((await send({ method: 'HEAD', url: base })).statusCode).toBe(401);
    });

    it('an address that cannot be decoded with 400, and one that is too long with 414', async () => {
      expect(kindOf(await get('/v1/projects/%zz/releases'))).toStrictEqual([
        400,
        'malformed-request',
      ]);
      const long = await get(`/v1/projects/${'x'.repeat(201)}/releases`);
      expect(kindOf(long)).toStrictEqual([414, 'uri-too-long']);
    });

    it('in the representation asked for', async () => {
      const markdown = await get(`${base}/document`, { ...as('ana'), accept: 'text/markdown' });
      expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8');
      expect(markdown.body).toBe('# Log');
      const none = await get(`${base}/document`, { ...as('ana'), accept: 'text/html' });
      expect(kindOf(none)).toStrictEqual([406, 'not-acceptable']);
    });

    it('what went wrong inside with 500, and no word of it', async () => {
      const response = await post('/broken');
      expect(problemIn(response)).toStrictEqual({
        status: 500,
        type: 'internal',
        title: 'Something went wrong in Roadbook',
      });
    });

    it('with security headers, problems too', async () => {
      for (const response of [await get('/open', {}), await get(base, {}), await get('/none')]) {
        expect(response.headers['x-content-type-options']).toBe('nosniff');
        expect(response.headers['x-frame-options']).toBe('DENY');
        expect(response.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      }
    });
  });

  it('tells its health to everybody', async () => {
    expect((await get('/health/live', {})).json()).toStrictEqual({ healthy: true, checks: [] });
    expect((await get('/health/ready', {})).statusCode).toBe(503);
    app.get(Health).markStarted();
    expect((await get('/health/ready', {})).statusCode).toBe(200);
    expect((await get('/health/started', {})).statusCode).toBe(200);
  });

  it('does not start with a route that does not say who may use it', async () => {
    @Controller('forgotten')
    class Forgotten {
      @Get()
      get() {
        return {};
      }
    }
    @Module({ imports: [TestModule], controllers: [Forgotten] })
    class ForgottenModule {}
    const start = async () => {
      const forgotten = await createHttpApp(ForgottenModule, { logger: false });
      await forgotten.init();
    };
    await expect(start()).rejects.toThrow(
      'GET /forgotten does not say who may use it: add @May() or @Public()',
    );
  });
});
