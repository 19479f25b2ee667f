/** An event is not where it must be: it was removed from the server, or a read left it out. What stands behind it is not delivered. */
export class MissingEvent extends Error {
  override readonly name = 'MissingEvent';
  constructor(
    readonly stream: string,
    readonly revision: number,
  ) {
    super(
      `revision ${revision} of stream ${stream} is missing in the event store; nothing behind it is read until the server is restored from a backup`,
    );
  }
}
