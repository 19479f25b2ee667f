/**
 * Ends a hook of Fastify with what `goOn` makes of an answer: at once where that is no promise, as a hook
 * that need not wait costs next to nothing. After `'replied'` nothing follows.
 */
export function settle<Answer>(
  answer: Answer | Promise<Answer>,
  goOn: (answer: Answer) => 'replied' | undefined,
  done: (error?: Error) => void,
): void {
  const end = (outcome: 'replied' | undefined) => {
    if (outcome === undefined) done();
  };
  if (answer instanceof Promise) answer.then(goOn).then(end, done);
  else end(goOn(answer));
}
