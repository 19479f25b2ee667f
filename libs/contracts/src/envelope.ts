export type { Envelope } from '@roadbook/messaging/envelope';
