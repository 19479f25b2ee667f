/** The environments of a project, as far as decisions need them. */
export interface Environments {
  readonly opened: boolean;
}

export const noEnvironments: Environments = { opened: false };
