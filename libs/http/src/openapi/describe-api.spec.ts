import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { ApiSchema } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, Health, Ids, ManualClock, RandomIds } from '@roadbook/process';
import { HealthController } from '../health/health-controller.js';
import { IdempotencyStore } from '../idempotency/idempotency-store.js';
import { May } from '../identity/access.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { createHttpApp } from '../app/create-http-app.js';
import { CommandHeaders } from '../revision/command-headers.js';
import { describeApis } from './describe-api.js';
import { ProblemResponses } from './problem-responses.js';

@ApiSchema({ name: 'Nothing' })
class Nothing {}

@ProblemResponses(401, 403)
@Controller('v1/releases')
class Releases {
  @Post('tag')
  @May('cio')
  @CommandHeaders()
  @ProblemResponses(409, 412)
  tag(@Body() fields: Nothing) {
    return fields;
  }
}

@Module({
  controllers: [Releases, HealthController],
  providers: [
    Health,
    { provide: Clock, useClass: ManualClock },
    { provide: Ids, useClass: RandomIds },
    { provide: TokenVerifier, useValue: {} },
    { provide: IdempotencyStore, useValue: {} },
  ],
})
class ReleaseModule {}

/** What of an operation is looked at here. */
interface Operation {
  'x-roadbook-roles': string[];
  security: unknown;
  parameters: { name: string }[];
  responses: Record<string, { $ref: string }>;
}

interface ProblemResponse {
  content: Record<string, { schema: unknown; examples: object }>;
}

const api = { service: 'release', title: 'Releases', version: '1.0.0', description: 'The road.' };

describe('the description of an API', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(ReleaseModule, { logger: false });
    describeApis(app, [api], { page: false });
    await app.init();
  });
  afterAll(() => app.close());

  const document = async () => {
    const response = await app.inject({ method: 'GET', url: '/openapi/release.json' });
    expect(response.statusCode).toBe(200);
    return response.json<OpenAPIObject>();
  };
  const tag = async () => (await document()).paths['/v1/releases/tag']!.post as unknown as Operation;

  it('is open to everybody', async () => {
    const { info } = await document();
    expect(info).toMatchObject({ title: 'Releases', version: '1.0.0', description: 'The road.' });
  });

  it('says which roles may, and that it needs a token', async () => {
    const { 'x-roadbook-roles': roles, security } = await tag();
    expect({ roles, security }).toStrictEqual({ roles: ['cio'], security: [{ bearer: [] }] });
    expect((await document()).paths['/health/live']?.get?.security).toBeUndefined();
  });

  it('has the headers of a command', async () => {
    const { parameters } = await tag();
    expect(parameters.map(({ name }) => name)).toStrictEqual([
      'If-Match',
      'Idempotency-Key',
      'Roadbook-Role',
    ]);
  });

  it('refers to the problems that a route can end with', async () => {
    const { responses } = await tag();
    expect(responses).toStrictEqual({
      401: { $ref: '#/components/responses/Problem401' },
      403: { $ref: '#/components/responses/Problem403' },
      409: { $ref: '#/components/responses/Problem409' },
      412: { $ref: '#/components/responses/Problem412' },
    });
  });

  it('has an example for every kind of problem, once', async () => {
    const shared = (await document()).components?.responses ?? {};
    expect(Object.keys(shared)).toStrictEqual([
      'Problem401',
      'Problem403',
      'Problem409',
      'Problem412',
    ]);
    const { content } = shared['Problem409'] as ProblemResponse;
    const { schema, examples } = content['application/problem+json']!;
    expect(schema).toStrictEqual({ $ref: '#/components/schemas/ProblemModel' });
    expect(Object.keys(examples)).toStrictEqual([
      'gates-passed',
      '5-rollback-before-deployment',
      'concurrent-change',
      'idempotency-key-in-use',
    ]);
    expect(examples).toMatchObject({ 'concurrent-change': { value: { status: 409 } } });
  });
});
