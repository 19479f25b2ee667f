import { cloudTokens } from './cloud-tokens.js';
import { forgeTokens } from './forge-tokens.js';
import { keysAndCredentials } from './keys-and-credentials.js';
import { namedValues } from './named-values.js';
import type { SecretShape } from './secret-shape.js';
import { serviceTokens } from './service-tokens.js';

/** Every shape that is looked for; `docs/secret-shapes.md` lists them for people. */
export const secretShapes: readonly SecretShape[] = [
  ...keysAndCredentials,
  ...cloudTokens,
  ...forgeTokens,
  ...serviceTokens,
  ...namedValues,
];
