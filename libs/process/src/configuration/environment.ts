import { ConfigurationError } from './configuration-error.js';

/**
 * Reads settings from environment variables, strictly. What is wrong is collected, so that one attempt to
 * start tells all of it: ask for every setting, then `settle()`.
 */
export class Environment {
  readonly #variables: Readonly<Record<string, string | undefined>>;
  readonly #asked = new Set<string>();
  readonly #problems = new Set<string>();

  constructor(variables: Readonly<Record<string, string | undefined>>) {
    this.#variables = variables;
  }

  text(name: string): string | undefined {
    this.#asked.add(name);
    const value = this.#variables[name];
    if (value !== undefined && value.trim() === '') {
      this.refuse(`${name} is set but empty: give it a value or unset it`);
      return undefined;
    }
    return value;
  }

  integer(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }) {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < min || value > max) {
      this.refuse(`${name} must be a whole number from ${min} to ${max}`);
      return fallback;
    }
    return value;
  }

  choice<const Choice extends string>(name: string, choices: readonly Choice[]) {
    const text = this.text(name);
    const chosen = choices.find((choice) => choice === text);
    if (text !== undefined && chosen === undefined) {
      this.refuse(`${name} must be one of ${choices.join(', ')}`);
    }
    return chosen;
  }

  refuse(problem: string): void {
    this.#problems.add(problem);
  }

  /** Names of variables with this prefix that nobody asked for: most likely misspelt. */
  unknown(prefix: string): string[] {
    return Object.keys(this.#variables).filter(
      (name) => name.startsWith(prefix) && !this.#asked.has(name),
    );
  }

  /** @throws ConfigurationError when anything was refused */
  settle(): void {
    if (this.#problems.size > 0) throw new ConfigurationError([...this.#problems]);
  }
}
