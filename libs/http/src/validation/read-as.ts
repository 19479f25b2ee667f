import { isFields } from './is-fields.js';

type Dto = new () => object;
type Read = (sent: unknown) => unknown;
type Reads = ReadonlyMap<string | symbol, Read>;

/** What the decorators said, by the prototype of the class in which they stand. */
const declared = new WeakMap<object, Map<string | symbol, Read>>();
/** The same with what is inherited. */
const known = new WeakMap<object, Reads>();

/**
 * Property decorator: what was sent becomes what `read` makes of it, and then its rules are asked. What it can make nothing of it gives back
 * as it is, for the rules to refuse. A field that is left out is not read.
 */
export const ReadAs =
  (read: Read): PropertyDecorator =>
  (prototype, name) => {
    const reads = declared.get(prototype) ?? new Map<string | symbol, Read>();
    declared.set(prototype, reads.set(name, read));
  };

/** Property decorator: an object that was sent becomes one of this class, and so does each in a list. */
export const ReadAsA = (type: () => Dto): PropertyDecorator => {
  const read = (sent: unknown): unknown => {
    if (Array.isArray(sent)) return sent.map(read);
    return isFields(sent) ? dtoOf(type(), sent) : sent;
  };
  return ReadAs(read);
};

/** Property decorator: digits become a number, as everything in an address is text. */
export const ReadAsNumber = (): PropertyDecorator =>
  ReadAs((sent) => (typeof sent === 'string' && digits.test(sent) ? Number(sent) : sent));

const digits = /^-?\d{1,15}$/;

/** A new object of this class with what was sent, and its defaults where nothing was. Nothing is refused here. */
export function dtoOf(type: Dto, sent: object): object {
  const dto = new type() as Record<string, unknown>;
  const reads = readsOf(type.prototype as object);
  for (const [name, value] of Object.entries(sent)) {
    const read = reads.get(name);
    dto[name] = read ? read(value) : value;
  }
  return dto;
}

/** Also what the class inherits; what it says itself counts. */
function readsOf(prototype: object | null): Reads {
  if (!prototype) return none;
  let reads = known.get(prototype);
  if (!reads) {
    const inherited = readsOf(Object.getPrototypeOf(prototype) as object | null);
    reads = new Map([...inherited, ...(declared.get(prototype) ?? none)]);
    known.set(prototype, reads);
  }
  return reads;
}

const none: Reads = new Map();
