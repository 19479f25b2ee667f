import type { Counts } from '../counts.js';
import { Random } from '../random.js';
import { World } from '../simulator/world.js';
import type { Act } from '../simulator/world.js';
import { helpful } from './helpful.js';
import { Moment } from './moment.js';
import { noise, wearingSomeHat } from './noise.js';
import { fleeting } from './fleeting.js';
import { lasting } from './lasting.js';
import { provocation } from './provocations.js';
import type { Opening } from './openings.js';

export const commandsMax = 60;

/** A random history: commands by people and machines, with all that the system does by itself in between. */
export class Sequence {
  readonly world: World;
  private readonly random: Random;
  private focus: string;
  private freshNumbers = 1000;

  constructor(
    readonly seed: number,
    private readonly counts: Counts,
    private readonly opening: Opening,
  ) {
    // The first numbers were used to pick the opening.
    this.random = new Random(~seed);
    this.world = new World(this.random, counts, opening.snapshot);
    this.focus = this.random.pick(opening.versions);
  }

  /** @param look called whenever others may have come between: the state as it was reached. */
  run(look: (world: World, version: string) => void): this {
    const commands = this.random.between(45, commandsMax);
    for (let given = 0; given < commands; given += 1) {
      this.passTime();
      while (this.random.chance(0.55)) this.world.stir();
      look(this.world, this.focus);
      this.command();
    }
    this.world.settle();
    look(this.world, this.focus);
    return this;
  }

  private passTime(): void {
    if (this.random.chance(0.97)) this.world.advance(this.random.between(0, 20_000));
    else if (this.random.chance(0.9)) this.world.advanceToNextDue();
    else this.world.advance(this.random.between(1, 30) * 3_600_000);
  }

  private command(): void {
    const act = this.act();
    if (act.wish.of !== 'answers' && this.random.chance(0.02))
      this.world.giveTwice(act, this.random.chance(0.5));
    else this.world.give(act);
  }

  private act(): Act {
    const { random } = this;
    if (random.chance(0.03)) this.focus = random.pick(this.opening.versions);
    const moment = new Moment(
      this.world.book,
      this.world.now,
      random,
      () => (this.freshNumbers += 1),
    );
    if (random.chance(0.23)) {
      const act = provocation(moment, this.focus, fleeting);
      if (act) return act;
    }
    if (random.chance(0.85)) {
      const act = helpful(moment, this.focus);
      if (act) return wearingSomeHat(moment, act);
      this.focus = random.pick(this.opening.versions);
    }
    if (random.chance(0.65)) {
      const act = provocation(moment, this.focus, lasting);
      if (act) return act;
    }
    return noise(moment, random.chance(0.8) ? this.focus : random.pick(this.opening.versions));
  }
}
