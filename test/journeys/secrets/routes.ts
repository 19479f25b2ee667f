import { readFileSync } from 'node:fs';
import type { Role } from '@roadbook/decider';
import type { Schema } from './text-fields.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly 'x-roadbook-roles'?: readonly Role[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly as?: Role;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  resolve(ref: string): Schema;
}

function routesIn(service: string): Route[] {
  const file = new URL(`../../../openapi/${service}.json`, import.meta.url);
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const resolve = (ref: string) => {
    const schema = components.schemas[ref.replace('#/components/schemas/', '')];
    if (!schema) throw new Error(`${ref} is nowhere`);
    return schema;
  };
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, one]): Route => ({
      ...{ id: one.operationId, path, resolve },
      method: method.toUpperCase() as Route['method'],
      as: one['x-roadbook-roles']?.[0],
      parameters: one.parameters ?? [],
      body: one.requestBody?.content['application/json']?.schema,
    })),
  );
}

/** Every route that a service describes; those that each of them has, once. */
export const routes: readonly Route[] = [
  ...new Map(
    ['release', 'environment', 'knowledge-base']
      .flatMap(routesIn)
      .map((route) => [`${route.method} ${route.path}`, route]),
  ).values(),
];
