import { BadRequestException, GoneException, HttpException } from '@nestjs/common';
import { Problem } from './problem-details.js';
import { problemOf } from './problem-of.js';
import { notFound } from './problems.js';

const named = (name: string) => Object.assign(new Error('internal details'), { name });

const fastifyError = (code: string, statusCode: number) =>
  Object.assign(new Error("'secret' is wrong"), { name: 'FastifyError', code, statusCode });

describe('whatever is thrown', () => {
  it('is itself when it is a problem', () => {
    const problem = notFound('no release 1.4.0');
    expect(problemOf(problem)).toBe(problem);
  });

  it('is a conflict with its conditions when it is a refusal', () => {
    const refusal = { refused: [{ id: 'tagged', missing: 'no version tag' }] };
    const { type, status } = problemOf(refusal).details;
    expect({ type, status }).toStrictEqual({ type: 'urn:roadbook:condition:tagged', status: 409 });
  });

  it.each([
    ['WrongExpectedHead', 409, 'concurrent-change', {}],
    ['EventTooLarge', 413, 'too-large', {}],
    ['StoreUnavailable', 503, 'unavailable', { 'Retry-After': '1' }],
    ['AnswersUnavailable', 503, 'unavailable', { 'Retry-After': '1' }],
    ['OutcomeUnknown', 503, 'unavailable', { 'Retry-After': '1' }],
    ['MessageTooLarge', 413, 'too-large', {}],
    ['MessagingUnavailable', 503, 'unavailable', { 'Retry-After': '1' }],
    ['UnknownMark', 400, 'malformed-request', {}],
  ])(
    'is known by its name when it is %s, of a store or of messaging',
    (name, status, id, headers) => {
      const problem = problemOf(named(name));
      expect(problem.details.type).toBe(`urn:roadbook:problem:${id}`);
      expect(problem.details.status).toBe(status);
      expect(problem.headers).toStrictEqual(headers);
      expect(JSON.stringify(problem.details)).not.toContain('internal details');
    },
  );

  it('tells that a request was not begun where it is not known whether it was answered before', () => {
    expect(problemOf(named('AnswersUnavailable')).details.detail).toBe(
      'the request was not begun, as it cannot be told now whether it was answered before; repeat it shortly',
    );
  });

  it('tells who reads while the broker is away nothing of publishing', () => {
    const away = named('MessagingUnavailable');
    expect(problemOf(away, { ofRead: true }).details.detail).toBe(
      'messages cannot be read now; ask again shortly',
    );
    expect(problemOf(away).details.detail).toContain('it may have been published or not');
  });

  it.each([
    ['FST_ERR_CTP_INVALID_JSON_BODY', 400, 'malformed-request'],
    ['FST_ERR_BAD_URL', 400, 'malformed-request'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'unsupported-media-type'],
    ['FST_ERR_MAX_PARAM_LENGTH', 414, 'uri-too-long'],
  ])('repeats nothing of the request when it is %s of Fastify', (code, status, id) => {
    const error = fastifyError(code, status);
    for (const thrown of [error, new HttpException(error.message, status, { cause: error })]) {
      const { details } = problemOf(thrown);
      expect(details.type).toBe(`urn:roadbook:problem:${id}`);
      expect(details.status).toBe(status);
      expect(JSON.stringify(details)).not.toContain('secret');
    }
  });

  it('keeps status and message when it is an exception of Nest', () => {
    expect(problemOf(new BadRequestException('no such kind')).details).toStrictEqual({
      type: 'urn:roadbook:problem:malformed-request',
      title: 'The request cannot be read',
      status: 400,
      detail: 'no such kind',
    });
    expect(problemOf(new GoneException('long gone')).details).toStrictEqual({
      type: 'urn:roadbook:problem:gone',
      title: 'Gone',
      status: 410,
      detail: 'long gone',
    });
  });

  it.each([
    ['an error that nobody foresaw', new TypeError('x of undefined')],
    ['an error of Fastify that is not the client’s', fastifyError('FST_ERR_REP_ALREADY_SENT', 500)],
    ['no error at all', 'text'],
    ['nothing', undefined],
  ])('tells nothing but that it went wrong when it is %s', (_, thrown) => {
    const problem = problemOf(thrown);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.details).toStrictEqual({
      type: 'urn:roadbook:problem:internal',
      title: 'Something went wrong in Roadbook',
      status: 500,
      detail: undefined,
    });
  });
});
