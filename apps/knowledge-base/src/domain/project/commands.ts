/** The release service has registered a project, as its message says. */
export interface HearOfProject {
  readonly type: 'HearOfProject';
  readonly data: { readonly name: string };
}
