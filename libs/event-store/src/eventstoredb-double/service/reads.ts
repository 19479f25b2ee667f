import type { Node } from '../node.js';
import { Failure, failures } from '../wire/failures.js';
import { read } from './read.js';
import type { ReadCall } from './sending.js';
import { allSource, streamSource } from './sources.js';
import { Subscription } from './subscription.js';

/** A read that ends, or a subscription. */
export function answerRead(node: Node, call: ReadCall): void {
  call.on('error', () => undefined);
  answer(node, call).catch((error: unknown) => {
    call.emit('error', error instanceof Failure ? error : failures.brokenHandler());
  });
}

async function answer(node: Node, call: ReadCall): Promise<void> {
  const options = call.request.getOptions();
  if (!options?.hasUuidOption()) throw failures.noUuidOption();
  if (!options.hasSubscription()) {
    await read(node, call, options);
    return;
  }
  const fault = node.faultOf('subscribe');
  if (fault === 'silence') return;
  if (fault === 'clean-end') {
    call.end();
    return;
  }
  if (fault) throw fault === 'not-leader' ? node.notLeader() : failures.notReady();
  const source = options.hasStream() ? streamSource(node, options) : allSource(node, options);
  await new Subscription(node, call, source).follow();
}
