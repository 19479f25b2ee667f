import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decider, Decision, Origin } from '@roadbook/decider';
import { projectPermissions } from '../permissions.js';
import type { HearOfProject } from './commands.js';

export interface ProjectRegistered {
  readonly type: 'ProjectRegistered';
  readonly data: { readonly name: string };
}

/** A project, as far as the knowledge base has heard of it. */
export interface Project {
  readonly registered: boolean;
}

const projectComesFromReleases: Condition<{ command: HearOfProject; origin: Origin }> = guard(
  'project-from-releases',
  {},
  ({ command: { type }, origin: { role } }) =>
    projectPermissions[type].includes(role)
      ? undefined
      : `projects are registered in the release service, not by ${role} here`,
);

/** Decides whether a project is new here. */
export const projectDecider: Decider<HearOfProject, Project, ProjectRegistered> = {
  initial: { registered: false },

  decide(command, { registered }, origin): Decision<ProjectRegistered> {
    const refusal = refuseAtFirst([projectComesFromReleases], { command, origin });
    if (refusal) return refusal;
    return registered ? silence : [{ type: 'ProjectRegistered', data: command.data }];
  },

  evolve: (): Project => ({ registered: true }),
};
