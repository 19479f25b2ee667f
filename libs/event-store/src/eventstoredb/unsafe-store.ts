/** The store is refused at start: used like this, it could lose what was recorded or show it to others. The message says what to change. */
export class UnsafeStore extends Error {
  override readonly name = 'UnsafeStore';
}
