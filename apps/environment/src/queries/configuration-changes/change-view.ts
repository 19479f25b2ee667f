import type { ConfigurationChangeRow } from '../../projections/configuration-changes/row.js';

/** A configuration change as it is shown: its row has what there is to show. */
export type ConfigurationChangeView = ConfigurationChangeRow;
export type ReviewView = NonNullable<ConfigurationChangeRow['review']>;
export type AuthorizationView = ConfigurationChangeRow['authorization'];
export type WindowView = ConfigurationChangeRow['window'];
export type ApplicationView = ConfigurationChangeRow['applications'][number];
export type EndView = NonNullable<ConfigurationChangeRow['ended']>;
