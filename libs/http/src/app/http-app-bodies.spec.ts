import { as, base, handled, httpApp } from './http-app.fixture.js';

describe('the bodies of an HTTP app', () => {
  const { send, post, get, problemIn, kindOf } = httpApp();

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

  describe('on a route that reads them in its own way', () => {
    const as = (type: string) => ({ 'content-type': type });

    it('are what that makes of them', async () => {
      for (const type of ['text/lines', 'application/lines', 'Text/Lines; charset=utf-8'])
        expect((await post('/lines', 'a\nb', as(type))).json()).toStrictEqual([type, 'a', 'b']);
    });

    it('are refused with the media types that it reads', async () => {
      for (const type of ['application/json', 'text/plain']) {
        const response = await post('/lines', '{}', as(type));
        expect(kindOf(response)).toStrictEqual([415, 'unsupported-media-type']);
        expect(response.json()).toMatchObject({ detail: 'send text/lines or application/lines' });
      }
    });

    it('are looked at for secrets all the same', async () => {
      const response = await post('/lines', `a\nghp_${'a'.repeat(36)}`, as('text/lines'));
      expect(problemIn(response)).toMatchObject({ type: 'secret-in-text', field: '[2]' });
    });

    it('are read there and nowhere else', async () => {
      const response = await post('', '{"version":"1"}', as('text/lines'));
      expect(kindOf(response)).toStrictEqual([415, 'unsupported-media-type']);
      expect(response.json()).toMatchObject({ detail: 'send application/json' });
      expect(handled).toHaveLength(0);
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
});
