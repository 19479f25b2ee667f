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

export const serviceNames = ['release', 'environment', 'knowledge-base'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The description of one API. Each of its references names it: `release#/components/schemas/EventDto`. */
function documentOf(service: ServiceName): Document {
  const file = new URL(`../../../openapi/${service}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    key === '$ref' ? `${service}${String(value)}` : value,
  ) as Document;
}

/** The APIs as `openapi/` describes them. */
export const described = Object.fromEntries(
  serviceNames.map((service) => [service, documentOf(service)]),
) as Readonly<Record<ServiceName, Document>>;

export interface Operation {
  readonly service: ServiceName;
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

const operationsOf = (service: ServiceName): Operation[] =>
  Object.entries(described[service].paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod)
      .filter(([method]) => methods.includes(method))
      .map(([method, one]) => ({
        service,
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

const everyService = serviceNames.flatMap(operationsOf);

/** Every route of every API, those that each service has once: one that is new is tested with the others. */
export const operations: readonly Operation[] = everyService.filter(
  ({ method, path }, index) =>
    index === everyService.findIndex((one) => one.method === method && one.path === path),
);

/** Those that need a token and a service behind them. The doors for other teams need none, and have specs of their own. */
export const guarded = operations.filter(
  ({ roles, tags }) => roles !== undefined && !tags.includes('messages'),
);
export const commands = guarded.filter(({ body }) => body !== undefined);
export const reads = guarded.filter(({ method }) => method === 'GET');

/** Those answered in pages. */
export const lists = reads.filter(({ parameters }) =>
  parameters.some(({ name }) => name === 'cursor'),
);

/** An answer that has no end to wait for. */
export const isStream = ({ responses }: Operation): boolean =>
  Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content);

/** For the titles of tests: an id alone may be that of another service's operation too. */
export const named = (some: readonly Operation[]): [string, Operation][] =>
  some.map((operation) => [`${operation.method} ${operation.path}`, operation]);

/** What a reference points at; anything else is itself. */
export function resolved<Part extends { readonly $ref?: string }>(part: Part): Part {
  if (part.$ref === undefined) return part;
  const [service = '', , kind = '', name = ''] = part.$ref.split(/#?\//);
  const { components } = described[service as ServiceName];
  const found = (components as unknown as Record<string, Record<string, Part>>)[kind];
  if (!found?.[name]) throw new Error(`${part.$ref} is nowhere`);
  return resolved(found[name]);
}
