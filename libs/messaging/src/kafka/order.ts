/** Says in which order one process published. Kafka tells times in milliseconds, and many messages are taken in one. */
export const orderHeader = 'roadbook-order';

const radix = 36;

/** Numbers what is published, from 1 on. */
export class Order {
  private last = 0;

  next(): string {
    this.last += 1;
    return this.last.toString(radix);
  }
}

/** 0 for what others published. */
export function orderIn(text: string | undefined): number {
  return /^[0-9a-z]{1,10}$/.test(text ?? '') ? parseInt(text ?? '', radix) : 0;
}
