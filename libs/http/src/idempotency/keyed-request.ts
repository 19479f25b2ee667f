import { hash } from 'node:crypto';
import { derivedId } from '@roadbook/process';
import type { FastifyRequest } from 'fastify';
import { headerOf } from '../context/header-of.js';
import { malformed } from '../problem/problems.js';
import type { KeyedRequest } from './idempotency-store.js';

const acceptable = /^[\x20-\x7e]{1,255}$/;
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The namespace of command ids that are derived from Idempotency-Keys. */
const commandNamespace = '3d5c5b0e-55a7-4d2b-9f43-6f1c0a4f1f6e';

/** @throws Problem 400 when the key is not 1 to 255 printable characters of ASCII */
export function keyedRequestOf(request: FastifyRequest): KeyedRequest | undefined {
  const key = headerOf(request, 'idempotency-key');
  const actor = request.roadbook.caller?.identity.actor;
  if (key === undefined || actor === undefined || reading.has(request.method)) return undefined;
  if (!acceptable.test(key)) {
    throw malformed('Idempotency-Key must be 1 to 255 printable characters of ASCII');
  }
  const { method, url, body } = request;
  return { scope: digest([actor, key]), fingerprint: digest([method, url, body]) };
}

const digest = (parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64');

/**
 * The id under which the domain knows the command again when the answer was lost. The fingerprint is part of
 * it, so that another command under an old key is never taken for a repeat and silently dropped.
 */
export const commandIdOf = ({ scope, fingerprint }: KeyedRequest): string =>
  derivedId(commandNamespace, scope + fingerprint);
