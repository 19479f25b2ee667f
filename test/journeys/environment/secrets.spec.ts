import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../api/service.js';
import { Change } from './change.js';
import { opened } from './opened.js';

/** Made up; one looks like a token that nobody writes by accident, the other like nothing at all. */
const token = `ghp_${'z9Y8'.repeat(9)}`;
const password = 'correct-horse-battery-staple-4711';

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

describe('a secret', () => {
  let service: Service;
  let change: Change;
  const answers: string[] = [];

  beforeAll(async () => {
    service = await opened();
    change = new Change(service);
  });
  afterAll(() => service.stop());

  const send = async (path: string, body: object, method: 'POST' | 'PUT' = 'PUT', key?: string) => {
    const answer = await service.send({
      method,
      path: `/v1/projects/shop${path}`,
      as: method === 'PUT' ? 'deployer' : 'cio',
      body,
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
    answers.push(answer.body);
    return answer;
  };
  const report = (settings: readonly object[], environment = 'dev', key?: string) =>
    send(`/environments/${environment}/configuration`, { settings }, 'PUT', key);

  it('is reported, and comes back as a digest', async () => {
    const settings = [
      { setting: 'TOKEN', secret: token },
      { setting: 'PASSWORD', secret: password },
      { setting: 'AGAIN', secret: password },
    ];
    expect((await report(settings, 'dev', 'first')).statusCode).toBe(200);
    expect((await report(settings, 'dev', 'first')).headers['idempotency-replayed']).toBe('true');
    expect((await report(settings, 'qa')).statusCode).toBe(200);
    const digests = async (environment: string) => {
      const answer = await change.get(`/environments/${environment}/configuration`);
      return answer.settings.map(({ observed }) => observed);
    };
    const [again, one, other] = await digests('dev');
    expect(one!.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([again!.digest, one!.digest, other!.digest]).size).toBe(3);
    expect(await digests('qa')).toStrictEqual([again, one, other]);
  });

  it('is proposed for a setting, and shown by a few digits of its digest', async () => {
    const proposal = {
      ...{ what: 'Another token', reason: 'The old one is old.', risk: 'None.' },
      ...{ environments: ['dev'], settings: [{ setting: 'TOKEN', secret: `${token}x` }] },
    };
    const answer = await send('/configuration-changes', proposal, 'POST');
    const { change: id } = answer.json<{ change: string }>();
    const diff = await service.send({
      method: 'GET',
      path: `/v1/projects/shop/configuration-changes/${id}/diff`,
      as: 'auditor',
      headers: { accept: 'text/markdown' },
    });
    answers.push(diff.body);
    expect(diff.body).toMatch(
      /\| TOKEN \| \*secret [0-9a-f]{8}\* \| \*secret [0-9a-f]{8}\* \| dev \|/,
    );
  });

  it('is refused where a plain value is expected, by the field and the shape', async () => {
    const answer = await report([{ setting: 'PLAIN', value: token }]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ field: 'settings[0].value', shape: 'a GitHub token' });
  });

  it('is refused where a plain value is expected, by the name of its setting', async () => {
    const answer = await report([
      { setting: 'checkout.timeout', value: '30s' },
      { setting: 'db.password', value: password },
    ]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      ...{ field: 'settings[1].value', shape: 'a secret by its name' },
      detail:
        'settings[1].value holds a secret by its name: send it as `secret`, and consider it disclosed',
    });
    const proposal = {
      ...{ what: 'Another token', reason: 'The old one is old.', risk: 'None.' },
      ...{ environments: ['dev'], settings: [{ setting: 'API_TOKEN', value: password }] },
    };
    const proposed = await send('/configuration-changes', proposal, 'POST');
    expect(proposed.json()).toMatchObject({ status: 422, shape: 'a secret by its name' });
  });

  it('is none where it is only said where the secret is', async () => {
    const settings = [
      { setting: 'db.password', value: '${DB_PASSWORD}' },
      { setting: 'token.issuer', value: 'https://issuer.example/shop' },
    ];
    expect((await report(settings, 'staging')).statusCode).toBe(200);
  });

  it.each([
    ['beside a value', { setting: 'BOTH', value: 'x', secret: password }],
    ['as a list', { setting: 'LIST', secret: [password] }],
    ['under a key that is none', { setting: 'two words', secret: password }],
    ['in a field that is none', { setting: 'DEEP', value: 'x', more: { secret: password } }],
    ['where it is too long', { setting: 'LONG', secret: password.repeat(200) }],
  ])('is refused %s, and not repeated', async (_, setting) => {
    expect((await report([setting], 'dev', `refused ${_}`)).statusCode).toBe(400);
  });

  it('is in no answer, and in no file', async () => {
    await change.get('/settings');
    expect(answers.join()).not.toContain(password);
    expect(answers.join()).not.toContain(token);
    const files = filesIn(service.dataFolder);
    expect(files.some((file) => file.includes('events.db'))).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      expect([file, bytes.includes(password), bytes.includes(token)]).toStrictEqual([
        file,
        false,
        false,
      ]);
    }
  });
});
