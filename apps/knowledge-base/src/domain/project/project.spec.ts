import { specification } from '@roadbook/decider/acting';
import { act, as, origin, strictlyEqual } from '../acts.fixture.js';
import { projectDecider } from './project.js';
import type { HearOfProject } from './commands.js';
import type { ProjectRegistered } from './project.js';

const project = specification(projectDecider, { origin, surroundings: undefined }, strictlyEqual);

const data = { name: 'The shop' };
const hear = act<HearOfProject>('system', { type: 'HearOfProject', data });
const registered = act<ProjectRegistered>('system', { type: 'ProjectRegistered', data });

describe('a project that the release service has registered', () => {
  it('is registered here when it is heard of', () => project().when(hear).thenHappens(registered));

  it('is registered once', () => project(registered).when(hear).thenNothing());

  it('is registered by nobody else', () =>
    project()
      .when(as('orchestrator', hear))
      .thenRefusedBy(
        'project-from-releases',
        'projects are registered in the release service, not by orchestrator here',
      ));
});
