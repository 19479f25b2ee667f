import type { Evidence } from '@roadbook/decider';

/** A sentence with what it rests on, as a note: `smoke-tests failed: login is slow, https://ci.example/7`. */
export function withEvidence(sentence: string, { note, link, digest }: Evidence): string {
  const parts = [note, link, digest].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? `${sentence}: ${parts.join(', ')}` : sentence;
}
