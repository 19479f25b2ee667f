import type { Role } from '@roadbook/decider';
import { operations, resolved } from '../api/described.js';
import type { Operation } from '../api/described.js';
import type { Schema } from './text-fields.js';

export interface Route extends Pick<Operation, 'id' | 'method' | 'path' | 'parameters' | 'body'> {
  readonly as?: Role;
}

/** Every route that a service describes, asked by the first role that may. */
export const routes: readonly Route[] = operations.map(
  ({ id, method, path, parameters, body, roles }) => ({
    ...{ id, method, path, parameters, body },
    as: roles?.[0],
  }),
);

export const resolve = (ref: string): Schema => resolved({ $ref: ref });
