import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import { described, operations, resolved, serviceNames } from './described.js';
import type { Operation } from './described.js';

/** Members of its own are what RFC 9457 lets a problem have; every other answer has what is described and nothing else. */
const openSchemas = ['ProblemModel'];

const ajv = new Ajv({ strict: false, allErrors: true });
// ajv-formats is CommonJS, and its types don't say that the function is its default export.
(addFormats as unknown as (to: Ajv) => void)(ajv);
for (const service of serviceNames) ajv.addSchema(strictly(described[service]) as object, service);

/** `nullable` as JSON Schema has it, and objects without fields that nobody described. */
function strictly(part: unknown, name = ''): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => strictly(one));
  const { nullable, ...rest } = part as Readonly<Record<string, unknown>>;
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, strictly(value, key)]),
  );
  const isClosed = 'properties' in own && !openSchemas.includes(name);
  const closed = isClosed ? { additionalProperties: false, ...own } : own;
  return nullable === true ? { anyOf: [{ type: 'null' }, closed] } : closed;
}

const routes = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

const operationAt = (method: string, path: string): Operation | undefined =>
  routes.find(
    ({ operation, pattern }) =>
      operation.method === method && pattern.test(path.split('?')[0] ?? ''),
  )?.operation;

const validators = new Map<string, ValidateFunction>();

function validatorAt(pointer: string): ValidateFunction {
  const known = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, known);
  return known;
}

const escaped = (key: string) =>
  encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** @throws Error unless the answer is one that `openapi/` describes for this address */
export function assertDescribed(
  { method, path }: { method: string; path: string },
  answer: LightMyRequestResponse,
): void {
  const operation = operationAt(method, path);
  if (!operation) return;
  const { id, responses } = operation;
  const status = String(answer.statusCode);
  const response = responses[status];
  const fail = (what: string) => new Error(`${id} ${status} ${what}: ${answer.body}`);
  if (!response) throw fail('is not described');
  const { content = {}, headers = {} } = resolved(response);
  const missing = Object.keys(headers).filter((name) => !(name.toLowerCase() in answer.headers));
  if (missing.length > 0) throw fail(`has no header ${missing.join(', ')}`);
  const [type = ''] = String(answer.headers['content-type']).split(';');
  if (!(type in content)) throw fail(`is ${type}, which is not described`);
  if (!type.endsWith('json')) return;
  const at = response.$ref ?? pointerTo(operation, status);
  const validate = validatorAt(`${at}/content/${escaped(type)}/schema`);
  if (!validate(answer.json())) throw fail(ajv.errorsText(validate.errors));
}

const pointerTo = ({ service, method, path }: Operation, status: string): string =>
  `${service}#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`;
