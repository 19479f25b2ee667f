import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsArray, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { createHttpApp } from '../app/create-http-app.js';
import { as, json, TestModule } from '../app/http-app.fixture.js';
import { IdempotencyStore } from '../idempotency/idempotency-store.js';
import type { KeyedRequest } from '../idempotency/idempotency-store.js';
import { May } from '../identity/access.js';
import { ReadAsA } from '../validation/read-as.js';
import { SecretDigests } from './secret-digests.js';
import { TakesSecret } from './secret-field.js';

class Entry {
  @IsString()
  name: string;

  @IsOptional()
  @IsString()
  value?: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'secret must be a text' })
  secret: string;
}

class Entries {
  @IsArray()
  @ValidateNested({ each: true })
  @ReadAsA(() => Entry)
  entries: Entry[];
}

@Controller('v1/projects/:project/entries')
class Taking {
  @Post()
  @May('cio')
  @HttpCode(200)
  @TakesSecret({
    field: 'secret',
    charactersMax: 100,
    belongsTo: (path, { name }) => [(path as { project: string }).project, String(name)],
  })
  take(@Param('project') _project: string, @Body() body: Entries) {
    return body;
  }

  @Post('plainly')
  @May('cio')
  @HttpCode(200)
  plainly(@Body() body: Entries) {
    return body;
  }
}

const digests = new SecretDigests('ab'.repeat(32));
/** Made up, and of the shape of a token that nobody writes by accident. */
const token = `ghp_${'a1B2'.repeat(9)}`;

describe('a field that takes a secret', () => {
  let app: NestFastifyApplication;
  const keyed: KeyedRequest[] = [];

  beforeAll(async () => {
    @Module({
      imports: [TestModule],
      controllers: [Taking],
      providers: [{ provide: SecretDigests, useValue: digests }],
    })
    class TakingModule {}

    app = await createHttpApp(TakingModule, { logger: false });
    const store = app.get(IdempotencyStore);
    const claim = store.claim.bind(store);
    store.claim = (request) => {
      keyed.push(request);
      return claim(request);
    };
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const send = (body: unknown, path = '', project = 'shop', key?: string) =>
    app.inject({
      method: 'POST',
      url: `/v1/projects/${project}/entries${path}`,
      headers: { ...json, ...as('ana'), ...(key !== undefined && { 'idempotency-key': key }) },
      payload: JSON.stringify(body),
    });
  const entries = (...all: readonly object[]) => ({ entries: all });

  it('is a digest for everything that sees it', async () => {
    const answer = await send(entries({ name: 'TOKEN', secret: token }));
    expect(answer.json()).toStrictEqual(
      entries({ name: 'TOKEN', secret: digests.of(['shop', 'TOKEN'], token) }),
    );
    expect(answer.body).not.toContain(token);
  });

  it('has another digest elsewhere, and another for another secret', async () => {
    const digestOf = async (secret: string, name = 'TOKEN', project = 'shop') => {
      const answer = await send(entries({ name, secret }), '', project);
      return answer.json<{ entries: { secret: string }[] }>().entries[0]!.secret;
    };
    const all = [
      await digestOf('one'),
      await digestOf('two'),
      await digestOf('one', 'OTHER'),
      await digestOf('one', 'TOKEN', 'blog'),
    ];
    expect(new Set(all).size).toBe(4);
    expect(await digestOf('one')).toBe(all[0]);
  });

  it('has as many characters of any alphabet', async () => {
    const secret = '🛣'.repeat(100);
    const answer = await send(entries({ name: 'TOKEN', secret }));
    expect(answer.json()).toStrictEqual(
      entries({ name: 'TOKEN', secret: digests.of(['shop', 'TOKEN'], secret) }),
    );
  });

  it.each([
    [12_345],
    [['hush']],
    [{ hush: 1 }],
    [''],
    ['x'.repeat(101)],
    ['🛣'.repeat(101)],
    [null],
  ])('that holds no fitting text is refused without being repeated: %j', async (secret) => {
    const answer = await send(entries({ name: 'TOKEN', secret }));
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toMatch(/hush|12345|xxx/);
  });

  it('is a digest also where it does not belong', async () => {
    const before = keyed.length;
    const answer = await send(
      { entries: [], other: [{ deep: { secret: token } }] },
      '',
      'shop',
      'k',
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain(token);
    expect(keyed).toHaveLength(before + 1);
  });

  it('leaves every other field as it was: one that looks like a secret is refused', async () => {
    const answer = await send(entries({ name: 'TOKEN', value: token, secret: 'x' }));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ field: 'entries[0].value', shape: 'a GitHub token' });
    expect(answer.body).not.toContain(token);
  });

  it('is nothing that other routes have', async () => {
    const answer = await send(entries({ name: 'TOKEN', secret: token }), '/plainly');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ field: 'entries[0].secret' });
  });

  it('is known again by its digest when the request is repeated', async () => {
    const body = entries({ name: 'TOKEN', secret: token });
    await send(body, '', 'shop', 'again');
    const again = await send(body, '', 'shop', 'again');
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await send(entries({ name: 'TOKEN', secret: 'another' }), '', 'shop', 'again');
    expect(other.statusCode).toBe(422);
  });
});

it('a service that takes secrets without a key for them does not start', async () => {
  @Module({ imports: [TestModule], controllers: [Taking] })
  class Keyless {}

  const app = await createHttpApp(Keyless, { logger: false });
  await expect(app.init()).rejects.toThrow('SecretDigests');
});

it('a key is 32 bytes', () => {
  expect(() => new SecretDigests('abcd')).toThrow('the key of settings must be 32 bytes');
});
