import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openDurable, openReadable as openForReading } from '@roadbook/sqlite';
import { format } from './schema.js';

/** Opens the file for reading and writing, and makes it when there is none. */
export const openWritable = (path: string): DatabaseSyncInstance => openDurable(path, format);

/** Opens an existing file for reading, also while another process writes to it. */
export const openReadable = (path: string): DatabaseSyncInstance => openForReading(path, format);
