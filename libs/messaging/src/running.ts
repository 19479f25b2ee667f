import type { Consumption } from './messaging.js';

/** What is delivered to at the moment, so that it can be stopped with messaging itself. */
export class Running {
  private readonly consumptions = new Set<Consumption>();

  /** The consumption, which is forgotten once it is stopped. */
  keep(consumption: Consumption): Consumption {
    this.consumptions.add(consumption);
    return {
      trouble: () => consumption.trouble(),
      stop: async () => {
        await consumption.stop();
        this.consumptions.delete(consumption);
      },
    };
  }

  async stopAll(): Promise<void> {
    await Promise.all(Array.from(this.consumptions, (one) => one.stop()));
  }
}
