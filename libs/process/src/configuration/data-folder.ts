import { accessSync, constants, mkdirSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.js';

/**
 * Makes the data folder where it doesn't exist, for its owner only.
 * @throws ConfigurationError when it can't be made or written to
 */
export function openDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError([
      `ROADBOOK_DATA must be a folder that this process may read and write: ${reason}`,
    ]);
  }
}
