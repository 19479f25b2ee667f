import { Metadata, status } from '@grpc/grpc-js';

/** How a call ends in an error: code, text, and the trailers from which the client makes its own error. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

export const failures = {
  streamDeleted: (stream: string) =>
    new Failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongExpectedVersion: (stream: string, expected: string, actual: string) =>
    new Failure(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expected,
      'actual-version': actual,
    }),
  appendTooLarge: (bytesMax: number) =>
    new Failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytesMax} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(bytesMax),
    }),
  metadataMissing: () =>
    new Failure(status.INVALID_ARGUMENT, 'Required Metadata Property Missing.', {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  notLeader: (host: string, port: number) =>
    new Failure(status.NOT_FOUND, `Leader info available`, {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  unauthenticated: () => new Failure(status.UNAUTHENTICATED, 'Unauthenticated'),
  notReady: () => new Failure(status.UNAVAILABLE, 'Server Is Not Ready'),
  commitTimeout: () => new Failure(status.ABORTED, 'Operation timed out: Commit phase timeout.'),
  slowConsumer: () =>
    new Failure(
      status.ABORTED,
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    ),
  readFailed: (result: string) => new Failure(status.UNKNOWN, `Unexpected ${result}`),
  invalidPosition: () =>
    new Failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.'),
  noUuidOption: () =>
    new Failure(status.INVALID_ARGUMENT, "'uuid_option' is required, but was not set."),
  brokenHandler: () => new Failure(status.UNKNOWN, 'Exception was thrown by handler.'),
  cancelled: () => new Failure(status.CANCELLED, 'Cancelled'),
};
