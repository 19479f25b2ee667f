import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import type { JsonObject, NewEvent, Provenance } from './events.js';
import { hashOf, orderSealOf, seal } from './seal.js';

const merged: NewEvent = {
  id: '0b0f2c7e-8a53-4c6b-9f53-1f0e7c9d2a11',
  type: 'TicketMerged',
  schemaVersion: 1,
  data: { ticket: 'T-1' },
};
const provenance: Provenance = {
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'actor-1',
  role: 'cto',
  commandId: 'command-1',
  correlationId: 'correlation-1',
};

describe('a sealed event', () => {
  it('keeps its hash for good', () => {
    // Known answers, from sha256sum: when one of these changes, every log that was ever written stops fitting.
    const [first, second] = seal('release-1', undefined, [merged, merged], provenance);
    expect(first?.hash).toBe('acf01e95730308eb2435a5a81510ac1f79e67e3801f67aef219e0e64338d486f');
    expect(second?.hash).toBe('771f2ba1301717c92010aa6abef794a18b76b5e70bc2e3d718fddb1b420a659d');
  });

  it('has the revisions behind the expected head', () => {
    const head = { revision: 6, hash: 'a'.repeat(64) };
    const sealed = seal('release-1', head, [merged, merged], provenance);
    expect(sealed.map(({ revision }) => revision)).toStrictEqual([7, 8]);
    expect(sealed.map((event) => event.stream)).toStrictEqual(['release-1', 'release-1']);
  });

  it('carries the text to store and the bytes that count', () => {
    const data = { z: 'ü', a: [1, { y: 2, x: 1 }] };
    const [event] = seal('release-1', undefined, [{ ...merged, data }], provenance);
    expect(event?.json).toBe('{"a":[1,{"x":1,"y":2}],"z":"ü"}');
    const content = { ...merged, ...provenance, data, stream: 'release-1', revision: 0 };
    expect(event?.sizeBytes).toBe(Buffer.byteLength(canonicalJson(content)));
  });

  it('is bound to all of its content and to the event before it', () => {
    const [event] = seal('release-1', undefined, [merged], provenance);
    const others = [
      seal('release-2', undefined, [merged], provenance),
      seal('release-1', { revision: 0, hash: '' }, [merged], provenance),
      seal('release-1', { revision: -1, hash: 'a'.repeat(64) }, [merged], provenance),
      ...Object.entries({ ...merged, schemaVersion: 2, id: 'i', type: 't', data: { t: 1 } }).map(
        ([name, value]) => seal('release-1', undefined, [{ ...merged, [name]: value }], provenance),
      ),
      ...Object.keys({ ...provenance, occurredAt: '', causationId: '' }).map((name) =>
        seal('release-1', undefined, [merged], { ...provenance, [name]: 'other' }),
      ),
    ];
    const hashes = others.map(([other]) => other?.hash);
    expect(hashes).toHaveLength(14);
    expect(new Set([event?.hash, ...hashes]).size).toBe(15);
  });

  it('can be sealed again from what was stored', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (data, causationId) => {
        const event = { ...merged, data: data as JsonObject };
        const origin = { ...provenance, causationId };
        fc.pre(!causationId.includes('\u0000'));
        const [sealed] = seal('release-1', undefined, [event], origin);
        const stored = { ...sealed!, data: JSON.parse(sealed!.json) as JsonObject };
        expect(hashOf(stored, '')).toBe(sealed?.hash);
        expect(hashOf({ ...stored, causationId: `${causationId}!` }, '')).not.toBe(sealed?.hash);
      }),
    );
  });

  it('is refused with half a surrogate pair anywhere', () => {
    const half = String.fromCharCode(0xd800);
    expect(() => seal(half, undefined, [merged], provenance)).toThrow(TypeError);
    expect(() => seal('s', undefined, [{ ...merged, data: { half } }], provenance)).toThrow(
      `event TicketMerged ${merged.id}: JSON cannot carry text with half a surrogate pair`,
    );
  });
});

describe('the seal over the order of everything', () => {
  it('is bound to the seal before it, the position and the hash', () => {
    const seals = [
      orderSealOf('', 0, 'h'),
      orderSealOf('', 1, 'h'),
      orderSealOf('', 0, 'i'),
      orderSealOf('a'.repeat(64), 0, 'h'),
    ];
    expect(new Set(seals).size).toBe(4);
    expect(seals[0]).toBe('17ea308654599d759b9ea29c7271ba13a1f693c45b093fb775fb603d2997bcb8');
  });
});
