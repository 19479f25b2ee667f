/** The process can't start as it is configured. Lists everything that is wrong and what to set instead. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(['The configuration is refused:', ...problems].join('\n  - '));
  }
}
