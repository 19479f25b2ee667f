// Writes the published language from the code: openapi/messages/<type>.json and openapi/asyncapi.yaml; with --check,
// compares instead. A published schema that would lose what it promised is not written: that needs a new version.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { messageTypes } from '@roadbook/contracts';
import { asyncApiDocument, breaksIn, jsonSchemaOf, schemaFileOf } from '@roadbook/contracts/schema';
import { stringify } from 'yaml';

const folder = 'openapi';
const schemas = `${folder}/messages`;
const check = process.argv.includes('--check');

const complain = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

const wayOut =
  'What was published stays as it is: put a new version beside it, or delete the file if it never left a branch';

async function keep(file: string, content: string): Promise<void> {
  if (!check) await writeFile(file, content);
  else if ((await read(file)) !== content) {
    complain(`${file} is not what the code says: run \`npm run openapi\`, commit it`);
  }
}

await mkdir(schemas, { recursive: true });
for (const of of messageTypes) {
  const file = `${schemas}/${schemaFileOf(of)}`;
  const schema = jsonSchemaOf(of);
  const published = await read(file);
  const breaks = published === '' ? [] : breaksIn(JSON.parse(published), schema);
  if (breaks.length === 0) await keep(file, `${JSON.stringify(schema, null, 2)}\n`);
  else complain(`${file}: ${breaks.join('; ')}. ${wayOut}`);
}

const written = new Set(messageTypes.map(schemaFileOf));
for (const file of await readdir(schemas)) {
  if (written.has(file)) continue;
  complain(`${schemas}/${file} is published, and the code has no such message. ${wayOut}`);
}

// Without anchors: every reader of YAML understands it, and a difference is where it was made.
const document = stringify(asyncApiDocument('./messages'), {
  aliasDuplicateObjects: false,
  lineWidth: 0,
});
await keep(`${folder}/asyncapi.yaml`, document);
