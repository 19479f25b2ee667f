import type { StoredEvent } from '@roadbook/event-store';
import { projection } from '../projection.js';

/** What happens in the small world that this library is specified with. */
export type Happening =
  | { readonly type: 'Opened'; readonly account: string; readonly owner: string }
  | { readonly type: 'Deposited'; readonly account: string; readonly amount: number }
  | {
      readonly type: 'Transferred';
      readonly account: string;
      readonly to: string;
      readonly amount: number;
    }
  | { readonly type: 'Closed'; readonly account: string };

export const opened = (account: string, owner = 'ana'): Happening => ({
  type: 'Opened',
  account,
  owner,
});
export const deposited = (account: string, amount: number): Happening => ({
  type: 'Deposited',
  account,
  amount,
});
export const transferred = (account: string, to: string, amount: number): Happening => ({
  type: 'Transferred',
  account,
  to,
  amount,
});
export const closed = (account: string): Happening => ({ type: 'Closed', account });

const happening = ({ data }: StoredEvent) => data as unknown as Happening;

export interface AccountRow {
  readonly account: string;
  readonly owner: string;
  readonly balance: number;
  readonly note: string | null;
}

/** A row for each open account; a transfer changes two of them. */
export const accounts = projection({
  name: 'accounts',
  version: 1,
  streamPrefixes: ['account-'],
  keyOf: (event) => {
    const it = happening(event);
    return it.type === 'Transferred' ? [it.account, it.to] : it.account;
  },
  apply: (row: AccountRow | undefined, event, key) => {
    const it = happening(event);
    switch (it.type) {
      case 'Opened':
        return { account: it.account, owner: it.owner, balance: 0, note: null };
      case 'Deposited':
        return row && { ...row, balance: row.balance + it.amount };
      case 'Transferred':
        return row && { ...row, balance: row.balance + (key === it.to ? it.amount : -it.amount) };
      case 'Closed':
        return undefined;
    }
  },
  columns: {
    owner: { type: 'text', of: ({ owner }) => owner },
    balance: { type: 'integer', of: ({ balance }) => balance },
    note: { type: 'text', nullable: true, of: ({ note }) => note },
  },
  indexes: [['owner', 'balance']],
});

export interface CountRow {
  readonly count: number;
  readonly last: string;
}

/** One row for each type of event: nearly every event changes one of few rows. */
export const counts = projection({
  name: 'counts',
  version: 1,
  keyOf: ({ type }) => type,
  apply: (row: CountRow | undefined, { id }): CountRow => ({
    count: (row?.count ?? 0) + 1,
    last: id,
  }),
  columns: {},
  indexes: [],
});

export interface DepositRow {
  readonly account: string;
  readonly amount: number;
}

/** One row for each event of a type. */
export const deposits = projection({
  name: 'deposits',
  version: 1,
  types: ['Deposited'],
  keyOf: ({ id }) => id,
  apply: (_: DepositRow | undefined, event): DepositRow => {
    const it = happening(event);
    return { account: it.account, amount: it.type === 'Deposited' ? it.amount : 0 };
  },
  columns: { amount: { type: 'integer', of: ({ amount }) => amount } },
  indexes: [['amount']],
});

export const sample = [accounts, counts, deposits];
