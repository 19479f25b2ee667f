const form = /^[a-z0-9][a-z0-9.-]*$/;

/** The streams of one service among those of everybody else on the server: its name, a slash, and the name of the stream. */
export class Names {
  /** What the names of the service's streams begin with. */
  readonly prefix: string;
  /** What the names of the streams begin with that hold their metadata. */
  readonly metadataPrefix: string;

  constructor(service: string) {
    if (!form.test(service)) {
      throw new TypeError(
        `a service has lower-case letters, digits, dots and dashes, not "${service}"`,
      );
    }
    this.prefix = `${service}/`;
    this.metadataPrefix = `$$${this.prefix}`;
  }

  onServer(stream: string): string {
    return this.prefix + stream;
  }

  /** The stream as the service knows it; nothing for a stream of somebody else. */
  ofService(onServer: string): string | undefined {
    return onServer.startsWith(this.prefix) ? onServer.slice(this.prefix.length) : undefined;
  }

  /** The stream of the service whose metadata these are. */
  ofMetadata(onServer: string): string | undefined {
    return onServer.startsWith(this.metadataPrefix)
      ? onServer.slice(this.metadataPrefix.length)
      : undefined;
  }
}
