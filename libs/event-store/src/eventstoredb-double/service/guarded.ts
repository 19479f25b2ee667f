import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Security } from '../node.js';
import { failures } from '../wire/failures.js';

type Call = ServerUnaryCall<unknown, unknown>;
type Handler = (call: Call, answer?: sendUnaryData<unknown>) => void;

/** The service for this user only; for everybody where there is no security. */
export function guarded(
  service: Record<string, Handler>,
  security: Security | undefined,
): UntypedServiceImplementation {
  if (!security) return service;
  const { username, password } = security;
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const guard =
    (handler: Handler): Handler =>
    (call, answer) => {
      if (call.metadata.get('authorization')[0] === basic) handler(call, answer);
      else if (answer) answer(failures.unauthenticated());
      else call.emit('error', failures.unauthenticated());
    };
  return Object.fromEntries(
    Object.entries(service).map(([name, handler]) => [name, guard(handler)]),
  );
}
