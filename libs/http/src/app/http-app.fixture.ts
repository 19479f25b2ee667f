import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import {
  Body,
  Controller,
  createParamDecorator,
  Get,
  Headers,
  HttpCode,
  Module,
  Param,
  Post,
  Res,
} from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiSchema } from '@nestjs/swagger';
import type { Origin } from '@roadbook/decider';
import { Clock, Health, Ids, ManualClock, RandomIds } from '@roadbook/process';
import { IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyReply, FastifyRequest, InjectOptions } from 'fastify';
import { BodyReadBy } from '../body/body-read-by.js';
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
import { ReadAsA } from '../validation/read-as.js';
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
  @ReadAsA(() => Note)
  note?: Note;
}

@ApiSchema({ name: 'Nothing' })
class Nothing {}

const OriginOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>().roadbook.origin(),
);

export const handled: Origin[] = [];
/** Tells when the slow handler was entered, and lets it go on. */
export const slow = new EventEmitter();

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
    @OriginOf() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    handled.push(origin);
    void reply.header('ETag', etagOf(handled.length)).header('Location', `/v1/${plan.version}`);
    return { version: plan.version, handled: handled.length };
  }

  @Post('refused')
  @May('cio')
  refuse(@OriginOf() origin: Origin) {
    handled.push(origin);
    const sentence = `waiting for quality, ${handled.length}`;
    throw refused({ refused: [{ id: 'gates-passed', missing: sentence, rule: 2, from: 'cqo' }] });
  }

  @Post('nothing')
  @May('cio')
  nothing(@Body() fields: Nothing) {
    return fields;
  }

  @Post('lines')
  @May('cio')
  @HttpCode(200)
  @BodyReadBy({
    mediaTypes: ['text/lines', 'application/lines'],
    read: ({ headers, body }) => [headers['content-type'], ...body.toString().split('\n')],
  })
  lines(@Body() lines: unknown[]) {
    return lines;
  }

  @Post('slow')
  @May('cio')
  async slow(@OriginOf() origin: Origin) {
    handled.push(origin);
    slow.emit('entered');
    await once(slow, 'go on');
    return {};
  }

  @Post('broken')
  @May('cio')
  broken(@OriginOf() origin: Origin) {
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

export const tokens: Record<string, Identity> = {
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

export const clock = new ManualClock('2026-01-01T12:00:00.000Z');

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
export class TestModule {}

/** A problem as it comes to a client. */
interface Answer {
  type: string;
  status: number;
  correlationId: string;
  permitted?: string[];
  errors?: unknown[];
}

export const base = '/v1/projects/shop/releases';
export const json = { 'content-type': 'application/json' };
export const as = (name: string) => ({ authorization: `Bearer ${name}` });

/** An app of its own for a suite, and how its specs talk to it. */
export function httpApp() {
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

  return { app: () => app, send, post, get, problemIn, kindOf };
}
