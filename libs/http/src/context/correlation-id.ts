import type { IncomingHttpHeaders } from 'node:http';
import { findSecret } from '@roadbook/secret-shapes';

const acceptable = /^[\w.:-]{8,64}$/;
/** Trace Context (W3C), version 00: the trace id, which is not all zeros. */
const trace = /^00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What the caller calls this piece of work, where that can be recorded and repeated as it is. */
export function correlationIdOf(headers: IncomingHttpHeaders): string | undefined {
  const named = headers['x-correlation-id'];
  if (typeof named === 'string' && acceptable.test(named) && findSecret(named) === undefined) {
    return named;
  }
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? trace.exec(traceparent)?.[1] : undefined;
}
