import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isRefusal } from '@roadbook/decider';
import type { Outcome } from '@roadbook/decisions';
import { etagOf } from '@roadbook/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { AddressOf } from './address.js';
import type { Made } from './address.js';
import { problemOfRefusal } from './refusal.js';

/** The one place where the outcome of a command becomes an answer: its status, its headers and its body, or a problem. */
@Injectable()
export class AnswerOutcome implements NestInterceptor<Outcome> {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<Outcome>): Observable<object> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const addressOf = this.reflector.get(AddressOf, context.getHandler()) as
      AddressOfMade | undefined;
    return next.handle().pipe(
      map((outcome) => {
        if (isRefusal(outcome)) throw problemOfRefusal(outcome);
        const { repeated: _, revision, position, events, ...made } = outcome;
        const { project, version } = { ...(request.body as Named), ...(request.params as Named) };
        const body = { project, version, ...made, revision, position, events };
        void reply.header('ETag', etagOf(revision));
        if (addressOf && events.length > 0)
          void reply.code(201).header('Location', addressOf(body));
        return body;
      }),
    );
  }
}

type AddressOfMade = (made: Made) => string;

interface Named {
  readonly project?: string;
  readonly version?: string;
}
