/** The file cannot serve as the event store of this process. The message says why and what to do; nothing was changed. */
export class CannotOpenStore extends Error {
  override readonly name = 'CannotOpenStore';
}
