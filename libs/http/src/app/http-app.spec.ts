import { Controller, Get, Module } from '@nestjs/common';
import type { Origin } from '@roadbook/decider';
import { Health } from '@roadbook/process';
import { createHttpApp } from './create-http-app.js';
import { TestModule, as, base, handled, httpApp } from './http-app.fixture.js';

describe('an HTTP app', () => {
  const { send, post, get, problemIn, kindOf, app } = httpApp();

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

  describe('honours revisions', () => {
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
    app().get(Health).markStarted();
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
