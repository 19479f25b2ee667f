/** The file cannot serve this process. The message says why and what to do; nothing was changed. */
export class CannotOpenFile extends Error {
  override readonly name = 'CannotOpenFile';
}
