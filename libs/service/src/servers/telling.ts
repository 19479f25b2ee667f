import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { StoreUnavailable } from '@roadbook/event-store';
import { UnsafeStore } from '@roadbook/event-store/eventstoredb';
import { MessagingUnavailable } from '@roadbook/messaging';
import { TopicMisfit, TopicsRefused } from '@roadbook/messaging/kafka';
import { CannotStart } from '../cannot-start.js';

/** Opens the event store; what is wrong with it is said for whoever set its address. @throws CannotStart */
export const tellingOfStore = <Opened>(opening: Promise<Opened>): Promise<Opened> =>
  opening.catch((error: unknown) => {
    if (error instanceof UnsafeStore) throw cannot('EVENTSTOREDB_URL', error);
    if (error instanceof StoreUnavailable || isOfFile(error))
      throw cannot(
        'EVENTSTOREDB_URL',
        error,
        '; start the event store, or mend what EVENTSTOREDB_URL says of it',
      );
    throw error;
  });

/** Opens Kafka; what is wrong with it is said for whoever set how it is reached. @throws CannotStart */
export const tellingOfKafka = <Opened>(opening: Promise<Opened>): Promise<Opened> =>
  opening.catch((error: unknown) => {
    if (error instanceof TopicMisfit || error instanceof TopicsRefused)
      throw cannot('KAFKA_BROKERS', error);
    if (error instanceof MessagingUnavailable)
      throw cannot(
        'KAFKA_BROKERS',
        error,
        '; start Kafka, or mend what KAFKA_BROKERS, KAFKA_TLS and KAFKA_SASL_MECHANISM say of it',
      );
    throw error;
  });

/** The content of the file that a variable names. @throws CannotStart */
export function fileOf(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CannotStart(
      `${variable} must be a file that this process may read: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** As Node says that a file can't be read. */
const isOfFile = (error: unknown): error is Error =>
  types.isNativeError(error) && 'syscall' in error;

const cannot = (variable: string, cause: Error, remedy = ''): CannotStart =>
  new CannotStart(`${variable}: ${cause.message}${remedy}`, { cause });
