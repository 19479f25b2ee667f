import { readFileSync } from 'node:fs';
import type { Role } from '@roadbook/decider';

/** What of a schema of OpenAPI is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  /** Of one: so a reference can have a description of its own. */
  readonly allOf?: readonly [Schema];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
  readonly headers?: object;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: { readonly 'application/json': { readonly schema: Schema } };
  };
  readonly responses: Readonly<Record<string, Response>>;
  readonly 'x-roadbook-roles'?: readonly Role[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

/** The API as `openapi/release.json` describes it. */
export const described = JSON.parse(
  readFileSync(new URL('../../../openapi/release.json', import.meta.url), 'utf8'),
) as Document;

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly tags: readonly string[];
  /** With the names of its parameters in braces. */
  readonly path: string;
  /** Absent where everybody may, also without a token. */
  readonly roles?: readonly Role[];
  readonly parameters: Described['parameters'];
  readonly body?: Schema;
  readonly responses: Described['responses'];
}

const methods = ['get', 'post', 'put', 'delete', 'patch'];

/** Every route of the API: one that is new is tested with the others. */
export const operations: readonly Operation[] = Object.entries(described.paths).flatMap(
  ([path, byMethod]) =>
    Object.entries(byMethod)
      .filter(([method]) => methods.includes(method))
      .map(([method, one]) => ({
        id: one.operationId,
        method: method.toUpperCase() as Operation['method'],
        path,
        tags: one.tags,
        roles: one['x-roadbook-roles'],
        parameters: one.parameters,
        body: one.requestBody?.content['application/json'].schema,
        responses: one.responses,
      })),
);

/** Those that need a token and a service behind them. The doors for other teams need none, and have specs of their own. */
export const guarded = operations.filter(
  ({ roles, tags }) => roles !== undefined && !tags.includes('messages'),
);
export const commands = guarded.filter(({ body }) => body !== undefined);
export const reads = guarded.filter(({ method }) => method === 'GET');

/** What a reference points at; anything else is itself. */
export function resolved<Part extends { readonly $ref?: string }>(part: Part): Part {
  if (part.$ref === undefined) return part;
  const [, , kind = '', name = ''] = part.$ref.split('/');
  const found = (described.components as unknown as Record<string, Record<string, Part>>)[kind];
  if (!found?.[name]) throw new Error(`${part.$ref} is nowhere`);
  return resolved(found[name]);
}
