import { alone } from './ready/alone.mjs';
import { build } from './ready/build.mjs';
import { ensureInstalled } from './ready/install.mjs';
import { root } from './ready/run.mjs';

await ensureInstalled();
await alone(root, build);
