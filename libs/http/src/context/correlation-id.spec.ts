import { correlationIdOf } from './correlation-id.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

describe('the correlation id of a request', () => {
  it('is the one that the caller names', () => {
    expect(correlationIdOf({ 'x-correlation-id': 'job-42.retry:1', traceparent })).toBe(
      'job-42.retry:1',
    );
  });

  it('is else the trace that the request belongs to', () => {
    expect(correlationIdOf({ traceparent })).toBe(traceId);
  });

  it.each(['short', 'x'.repeat(65), 'two words', 'line\u0007', `ghp_${'a'.repeat(36)}`])(
    'is not "%s"',
    (named) => {
      expect(correlationIdOf({ 'x-correlation-id': named })).toBeUndefined();
    },
  );

  it.each([`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, '00-abc-def-01', ''])(
    'is not of the trace "%s"',
    (malformed) => {
      expect(correlationIdOf({ traceparent: malformed })).toBeUndefined();
    },
  );
});
