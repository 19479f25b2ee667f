import { join } from 'node:path';
import { handedOut, handOut } from './handed-out.js';
import { secretsIn } from './secrets.js';

const usage = `Makes the keys, certificates and passwords of the containers where they are missing, and hands out to each what it needs.

  node dist/together/compose/keys.js FOLDER

  FOLDER  has the folders secrets, services, store and broker, each a volume of its own
`;

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  process.stderr.write(usage);
  process.exitCode = 1;
} else {
  const secrets = secretsIn(join(folder, 'secrets'));
  for (const [party, files] of Object.entries(handedOut(secrets, join(folder, 'services'))))
    handOut(files, join(folder, party));
}
