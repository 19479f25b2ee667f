import type { DynamicModule } from '@nestjs/common';
import type { ApiDescription } from '@roadbook/http';
import type { Configuration, KeptKey } from '@roadbook/process';
import type { Projection } from '@roadbook/read-model';

/** A request that is answered as soon as a service runs, alone and before anything is on record. */
export interface FirstLook {
  /** @example '/v1/projects' */
  readonly path: string;
  /** The token for it, as the command that prints tokens takes it: `--role cio`. */
  readonly token: string;
}

/** A service, as whoever starts it, alone or together with others, needs to know it. */
export interface Service {
  /** Its name, in the address of its document and in the name of its folder. */
  readonly name: string;
  readonly api: ApiDescription;
  readonly firstLook: FirstLook;
  /** Its routes and everything behind them. What a process has once comes from `ProcessModule`. */
  readonly module: (configuration: Configuration) => DynamicModule;
  /** Everything that it shows, as its read model keeps it. */
  readonly projections: readonly Projection[];
  /** On what its events rest besides the key of actors' ids, which all of them need. */
  readonly keys?: readonly KeptKey[];
}

/** The services of one process. */
export type Services = readonly [Service, ...Service[]];

/** What is shown of a service, without what answers requests. */
export type RowsOfService = Pick<Service, 'name' | 'projections'>;

export type RowsOfServices = readonly RowsOfService[];
