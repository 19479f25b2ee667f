import type { Refusal } from '@roadbook/decider';
import type { Accepted } from '@roadbook/decisions';

/** An entry was recorded, now or before: under which id it is read. */
export type Written = (Accepted & { readonly entry: string }) | Refusal;
