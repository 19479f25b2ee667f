export { asyncApiDocument } from './asyncapi.js';
export { breaksIn } from './compatibility.js';
export { jsonSchemaOf, schemaFileOf } from './json-schema.js';
export type { JsonSchema } from './json-schema.js';
