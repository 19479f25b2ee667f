// npm run <command> → dist/<entry>, installed and built first where that is needed. The entry runs in this very
// process: signals, exit code, stdin and stdout are its own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ready/build.mjs';
import { ensureInstalled } from './ready/install.mjs';
import { root } from './ready/run.mjs';

const [entry = '', ...args] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();

const file = join(root, 'dist', entry);
process.argv.splice(1, Infinity, file, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);
