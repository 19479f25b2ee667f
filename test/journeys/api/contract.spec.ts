import type { LightMyRequestResponse } from 'fastify';
import { assertDescribed } from './contract.js';

const me = { actor: 'a_1', roles: ['cio'], projects: null };
const json = { 'content-type': 'application/json; charset=utf-8' };

const answer = (statusCode: number, body: object, headers: object = json) =>
  ({ statusCode, headers, body: JSON.stringify(body), json: () => body }) as LightMyRequestResponse;

const check = (...given: Parameters<typeof answer>) => {
  assertDescribed({ method: 'GET', path: '/v1/me' }, answer(...given));
};

describe('the description of the API', () => {
  it('holds for what it describes', () => {
    expect(() => {
      check(200, me);
    }).not.toThrow();
  });

  it.each([
    ['a status', 201, me, json],
    ['a media type', 200, me, { 'content-type': 'text/html' }],
    ['a field', 200, { ...me, name: 'Ana' }, json],
    ['a type of a field', 200, { ...me, actor: null }, json],
    ['a value of a field', 200, { ...me, roles: ['king'] }, json],
    ['a field left out', 200, { actor: 'a_1', roles: [] }, json],
    ['a problem', 401, { type: 'x' }, { 'content-type': 'application/problem+json' }],
  ] as const)('does not hold for %s that nobody described', (_, status, body, headers) => {
    expect(() => {
      check(status, body, headers);
    }).toThrow('getMe');
  });

  it.each([
    ['/v1/projects/shop/releases/1.4.0', 'getRelease'],
    ['/v1/projects/shop/pipeline', 'getPipeline'],
  ])('does not hold without a header that it describes: %s', (path, id) => {
    expect(() => {
      assertDescribed({ method: 'GET', path }, answer(200, {}));
    }).toThrow(`${id} 200 has no header ETag`);
  });

  it.each([
    ['/v1/projects/shop/releases', 'listReleases'],
    ['/v1/projects/shop/settings', 'listSettings'],
    ['/v1/projects/shop/entries', 'listEntries'],
  ])('does not hold for items that nobody described, of whichever service: %s', (path, id) => {
    const page = { items: [{ colour: 'red' }], next: null };
    expect(() => {
      assertDescribed({ method: 'GET', path }, answer(200, page));
    }).toThrow(`${id} 200 data/items/0 must`);
  });
});
