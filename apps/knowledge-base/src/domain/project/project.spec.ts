import { specification } from '@roadbook/decider';
import { done, origin, strictlyEqual } from '../acts.fixture.js';
import { projectDecider } from './project.js';
import type { HearOfProject } from './commands.js';
import type { ProjectRegistered } from './project.js';

const usual = { ...origin, role: 'system', actor: 'system' } as const;
const project = specification(
  projectDecider,
  { origin: usual, surroundings: undefined },
  strictlyEqual,
);

const data = { name: 'The shop' };
const hear = done<HearOfProject>({ type: 'HearOfProject', data });
const registered = done<ProjectRegistered>({ type: 'ProjectRegistered', data });

describe('a project that the release service has registered', () => {
  it('is registered here when it is heard of', () => project().when(hear).thenHappens(registered));

  it('is registered once', () => project(registered).when(hear).thenNothing());

  it('is registered by nobody else', () =>
    project()
      .when(done(hear.what, { role: 'orchestrator' }))
      .thenRefusedBy(
        'project-from-releases',
        'projects are registered in the release service, not by orchestrator here',
      ));
});
