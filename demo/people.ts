import type { Role } from '@roadbook/decider';
import { signDevelopmentToken } from '@roadbook/http';

const dayS = 24 * 60 * 60;

/** Those who act, each an identity of its own, as separation of duties asks for. */
export type Person = Exclude<Role, 'system' | 'auditor' | 'client'>;

/** Their tokens, signed as they are needed. */
export class People {
  private readonly tokens = new Map<Person, Promise<string>>();

  constructor(private readonly dataFolder: string) {}

  token(person: Person): Promise<string> {
    const known = this.tokens.get(person);
    if (known) return known;
    const { dataFolder } = this;
    const roles = [person];
    const signed = signDevelopmentToken({
      dataFolder,
      subject: person,
      roles,
      expiresInSeconds: dayS,
    });
    this.tokens.set(person, signed);
    return signed;
  }
}
