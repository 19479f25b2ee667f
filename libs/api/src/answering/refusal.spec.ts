import { problemOfRefusal } from './refusal.js';

const refusal = { refused: [{ id: 'project-known', missing: 'not known here' }] } as const;
const status = { status: 404, title: 'There is no such project' };

describe('a command that was not carried out', () => {
  it('has the status and the title of its first condition', () => {
    const { details, headers } = problemOfRefusal(refusal, { 'project-known': status });
    expect(details).toMatchObject({ ...status, type: 'urn:roadbook:condition:project-known' });
    expect(headers).toStrictEqual({});
  });

  it('says when to try again where the condition may be met in a moment', () => {
    const { details, headers } = problemOfRefusal(refusal, {
      'project-known': { ...status, retryAfterSeconds: 1 },
    });
    expect(details).toMatchObject(status);
    expect(details).not.toHaveProperty('retryAfterSeconds');
    expect(headers).toStrictEqual({ 'Retry-After': '1' });
  });
});
