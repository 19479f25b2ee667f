import { Holds } from '@roadbook/api';

export class ReplayedDto {
  /** @example '2026-03-02T10:00:00.000Z' */
  at: string;

  /** @example 'operator' */
  by: string;
}

/** A message that a consumer could not take, without what it said. */
export class DeadLetterDto {
  /** @example '6fa459ea-ee8a-5ca4-894e-db77e160355e' */
  id: string;

  /**
   * Where the message came from.
   * @example 'roadbook.gates'
   */
  topic: string;

  /**
   * Who could not take it.
   * @example 'release'
   */
  consumer: string;

  /**
   * What it is about, unless that held a secret.
   * @example 'shop/1.4.0'
   */
  key: string;

  /**
   * Why it could not be taken.
   * @example 'there is no release 1.4.0 in shop'
   */
  reason: string;

  /** @example '2026-03-02T08:00:00.000Z' */
  diedAt: string;

  /** When it was last published again, and by whom; null where it never was. */
  @Holds(() => ReplayedDto, { orNull: true })
  replayed: ReplayedDto | null;
}
