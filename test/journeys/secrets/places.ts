import type { Request } from '../api/service.js';
import { resolve } from './routes.js';
import type { Route } from './routes.js';
import { plant, textFields, wayTold } from './text-fields.js';

/** Where a secret belongs: it becomes a digest before anything else sees it. */
export const declared = 'settings[0].secret';

/** A place where a route takes a text, and the request that has this one there. */
export interface Place {
  readonly field: string;
  request(secret: string): Request;
}

/** With something harmless for every part that is not the one in question. */
const filled = ({ path, parameters }: Route, name = '', secret = ''): string =>
  parameters
    .filter((one) => one.in === 'path')
    .reduce(
      (address, one) =>
        address.replace(`{${one.name}}`, one.name === name ? encodeURIComponent(secret) : 'shop'),
      path,
    );

/** The messages of other teams are tried by themselves: they are events, and no fields of a route. */
export const allFieldsOf = (route: Route): Place[] =>
  route.body === undefined || route.path === '/v1/messages'
    ? []
    : textFields(route.body, resolve).map((way) => ({
        field: wayTold(way),
        request: (secret) => ({
          ...{ method: route.method, path: filled(route), as: route.as },
          body: plant({}, way, secret) as object,
        }),
      }));

export const fieldsOf = (route: Route): Place[] =>
  allFieldsOf(route).filter(({ field }) => field !== declared);

export function addressOf(route: Route): Place[] {
  const { method, as, parameters } = route;
  const body = method === 'GET' ? {} : { body: {} };
  return parameters.flatMap(({ name, in: place }): Place[] => {
    if (place === 'path')
      return [
        {
          field: `path.${name}`,
          request: (secret) => ({ method, as, path: filled(route, name, secret), ...body }),
        },
      ];
    if (place !== 'query') return [];
    const query = (secret: string) => `?${name}=${encodeURIComponent(secret)}`;
    const path = filled(route);
    return [
      {
        field: `query.${name}`,
        request: (secret) => ({ method, as, path: path + query(secret), ...body }),
      },
    ];
  });
}
