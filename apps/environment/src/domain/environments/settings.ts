import { hasForm } from '@roadbook/decider';
import type { Form } from '@roadbook/decider';

/** Whether a setting affects behaviour, or only says where an environment is. */
export const scopes = ['behaviour', 'environment'] as const;
export type Scope = (typeof scopes)[number];

/** What a setting holds: its text, or of a secret nothing but the digest with the installation's key. */
export type Content = { readonly value: string } | { readonly digest: string };

/** A setting as it stands in an environment. */
export type Setting = Content & { readonly setting: string };

/** What stands in an environment, by the key of the setting. */
export type Configuration = ReadonlyMap<string, Content>;

export const settingsMax = 2_000;
export const keyCharactersMax = 200;
export const valueCharactersMax = 4_000;

/** A key is a word of letters, digits and `_ . : / -`, such as `CHECKOUT_TIMEOUT_MS` or `checkout/timeout`. */
export const settingKeyForm: Form = {
  pattern: /^[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,199}$/,
  charactersMax: keyCharactersMax,
  says: `the key of a setting: 1 to ${String(keyCharactersMax)} letters, digits and _ . : / -, not a sign first`,
};

export const isSettingKey = (text: string): boolean => hasForm(settingKeyForm, text);

type MaybeContent = Content | null | undefined;

/** Of a secret only the digest can be told apart, and a text is never the same as a secret. */
export function sameContent(one: MaybeContent, other: MaybeContent): boolean {
  if (!one || !other) return !one && !other;
  if ('value' in one) return 'value' in other && one.value === other.value;
  return 'digest' in other && one.digest === other.digest;
}

/** Only what a setting holds, whatever else was said with it. */
export const contentOf = (of: Content): Content =>
  'value' in of ? { value: of.value } : { digest: of.digest };

/** The same order on every machine. */
export const bySetting = (
  one: { readonly setting: string },
  other: { readonly setting: string },
): number => (one.setting < other.setting ? -1 : one.setting > other.setting ? 1 : 0);
