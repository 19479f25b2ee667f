/** What a promise, a test and a printout ask any object for. */
const askedOfAnything = ['then', 'toJSON', 'constructor'];

/**
 * An answer that throws where a field is read that it doesn't have: a name that the API never used, or uses no longer, would be read as
 * something that isn't there.
 */
export const readStrictly = <Answer extends object>(answer: Answer): Answer =>
  new Proxy(answer, {
    get(target, name, receiver): unknown {
      if (typeof name === 'string' && !(name in target) && !askedOfAnything.includes(name))
        throw new Error(`the API answers no ${name}, only ${Object.keys(target).join(', ')}`);
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'object' && value !== null ? readStrictly(value) : value;
    },
  });
