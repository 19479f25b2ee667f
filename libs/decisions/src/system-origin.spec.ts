import { systemOrigin, unaskedOrigin } from './system-origin.js';

const at = '2026-03-02T08:00:00.000Z';
const id = '00000000-0000-5000-8000-000000000001';

describe('what Roadbook does by itself', () => {
  it('is the same command for the same deed because of the same', () => {
    const because = { id, correlationId: 'request' };
    const origin = systemOrigin(because, 'vacate', at);
    expect(origin).toStrictEqual({
      actor: 'system',
      role: 'system',
      at,
      commandId: origin.commandId,
      correlationId: 'request',
      causationId: id,
    });
    expect(systemOrigin(because, 'vacate', at)).toStrictEqual(origin);
    expect(systemOrigin(because, 'rollback', at).commandId).not.toBe(origin.commandId);
  });

  it('is of its own where no event led to it', () => {
    expect(unaskedOrigin(id, at)).toStrictEqual({
      ...{ actor: 'system', role: 'system', at },
      ...{ commandId: id, correlationId: id },
    });
  });
});
