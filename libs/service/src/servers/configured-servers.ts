import { hostname } from 'node:os';
import type { LoggerService } from '@nestjs/common';
import { publisherHeaders, topics } from '@roadbook/contracts';
import { EventStoreDbStore } from '@roadbook/event-store/eventstoredb';
import type { Keeping } from '@roadbook/event-store/eventstoredb';
import type { Messaging } from '@roadbook/messaging';
import { KafkaMessaging } from '@roadbook/messaging/kafka';
import type { Clock, Configuration, EngineSettings } from '@roadbook/process';
import { holdRows } from '@roadbook/read-model/embedded';
import { filesOf } from '../files.js';
import type { KeptIn, OpenedStore, Servers } from '../replicated-engines.js';
import { fileOf, tellingOfKafka, tellingOfStore } from './telling.js';

type ServerSettings = Extract<EngineSettings, { mode: 'servers' }>;

export interface ConfiguredServersOptions {
  readonly settings: ServerSettings;
  readonly configuration: Pick<Configuration, 'identity' | 'busKey'>;
  /** The data folder in which the rows are those of this process alone; absent for who only looks. */
  readonly rowsIn?: string;
  readonly clock: Clock;
  readonly logger: LoggerService;
}

/** EventStoreDB and Kafka, as they are configured. What keeps them from being opened is a `CannotStart`. */
export class ConfiguredServers implements Servers {
  constructor(private readonly options: ConfiguredServersOptions) {}

  async openStore(kept: KeptIn): Promise<OpenedStore> {
    const { settings, configuration, rowsIn, logger } = this.options;
    const held =
      kept.holds === 'events' && rowsIn !== undefined
        ? holdRows(filesOf(kept.service, rowsIn).readModel)
        : undefined;
    const store = await tellingOfStore(
      EventStoreDbStore.open({
        url: settings.eventStoreUrl,
        service: (settings.eventStorePrefix ?? '') + nameOf(kept),
        keeping: keepings[kept.holds],
        development: configuration.identity.mode === 'development',
        logger,
      }),
    );
    return {
      store,
      close: async () => {
        await store.close();
        held?.close();
      },
    };
  }

  openMessaging(): Promise<Messaging> {
    return this.openKafka({ replication: this.options.settings.kafka.replication });
  }

  /** The messages that services carry, for whoever is none of them: no topic is made, and one that is not there is refused. */
  openExistingMessaging(): Promise<Messaging> {
    return this.openKafka();
  }

  private async openKafka(made: { readonly replication?: number } = {}): Promise<Messaging> {
    const { settings, configuration, clock, logger } = this.options;
    const { brokers, tls, sasl, prefix } = settings.kafka;
    const opening = KafkaMessaging.open({
      ...{ brokers, topics, ...made, clock, logger },
      clientId: `roadbook@${hostname()}`,
      ...(tls && { tls: filesIn(tls) }),
      ...(sasl && { sasl }),
      ...(prefix !== undefined && { prefix }),
      vouching: {
        headers: Object.values(publisherHeaders),
        ...(configuration.busKey !== undefined && {
          key: Buffer.from(configuration.busKey, 'hex'),
        }),
      },
      onFatal: endProcess,
    });
    return tellingOfKafka(opening);
  }
}

/** Each is a name of its own on the server, so that none sees what another holds. */
const nameOf = (kept: KeptIn): string =>
  kept.holds === 'answers'
    ? 'answers'
    : { events: kept.service, lease: `${kept.service}.lease` }[kept.holds];

const secondsOfTwoDays = 2 * 24 * 60 * 60;

const keepings: Readonly<Record<KeptIn['holds'], Keeping | undefined>> = {
  events: undefined,
  lease: { lastEvents: 100 },
  answers: { seconds: secondsOfTwoDays },
};

const filesIn = ({ caFile, certFile, keyFile }: NonNullable<ServerSettings['kafka']['tls']>) => ({
  ...(caFile !== undefined && { ca: fileOf('KAFKA_CA_FILE', caFile) }),
  ...(certFile !== undefined && { cert: fileOf('KAFKA_CERT_FILE', certFile) }),
  ...(keyFile !== undefined && { key: fileOf('KAFKA_KEY_FILE', keyFile) }),
});

/** As any failure that nobody handles: logged, and the process ends in order with 1, to be started anew. */
function endProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
