import { types } from 'node:util';
import { ConfigurationError } from '@roadbook/process';
import { CannotStart } from './cannot-start.js';

/** What ended the start, for the person who started it. What they can mend says how, and a stack trace would hide it. */
export function told(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  if (isListening(error)) return toldOfListening(error);
  const plain =
    error instanceof ConfigurationError ||
    error instanceof CannotStart ||
    error.name === 'CannotOpenFile' ||
    'syscall' in error;
  return plain ? error.message : String(error.stack);
}

/** As Node says that a server can't listen. */
interface ListenError extends Error {
  readonly code: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

const isListening = (error: Error): error is ListenError =>
  'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo');

function toldOfListening(error: ListenError): string {
  const { code, address = '', port, hostname } = error;
  switch (code) {
    case 'EADDRINUSE':
      return `${address}:${String(port)} is in use by another program; stop that one, or set PORT to another port`;
    case 'EACCES':
      return `port ${String(port)} is not open to this user; set PORT to one above 1023`;
    default:
      return `HOST must be an address of this machine, and ${hostname ?? address} is none (${code})`;
  }
}
