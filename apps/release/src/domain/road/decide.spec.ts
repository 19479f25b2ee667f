import type { Role } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import type { Act } from '@roadbook/decider/acting';
import { act, as, origin, strictlyEqual } from '../acts.fixture.js';
import type { RoadCommand } from './commands.js';
import { roadDecider } from './decide.js';
import type { RoadEvent } from './events.js';

const road = specification(roadDecider, { origin, surroundings: undefined }, strictlyEqual);

type CommandOf<Type extends RoadCommand['type']> = Extract<RoadCommand, { type: Type }>['data'];
type EventOf<Type extends RoadEvent['type']> = Extract<RoadEvent, { type: Type }>['data'];

const order = (role: Role, command: RoadCommand): Act<RoadCommand> => act(role, command);
const happened = (event: RoadEvent): Act<RoadEvent> => act('system', event);

const registerProject = (name = 'Shop') =>
  order('orchestrator', { type: 'RegisterProject', data: { project: 'shop', name } });
const registered = happened({ type: 'ProjectRegistered', data: { project: 'shop', name: 'Shop' } });

const promotion = { environment: 'production', version: '1.4.0', candidate: 'c0ffee' } as const;
const claimEnvironment = (more: Partial<CommandOf<'ClaimEnvironment'>> = {}) =>
  order('cio', {
    type: 'ClaimEnvironment',
    data: { claim: 'one', ...promotion, kind: 'standard', breaking: false, ...more },
  });
const claimed = (more: Partial<EventOf<'EnvironmentClaimed'>> = {}) =>
  happened({
    type: 'EnvironmentClaimed',
    data: { claim: 'one', ...promotion, kind: 'standard', ...more },
  });
const vacated = (more: Partial<EventOf<'EnvironmentVacated'>> = {}) =>
  happened({
    type: 'EnvironmentVacated',
    data: {
      ...{ claim: 'one', environment: 'production', version: '1.4.0', outcome: 'passed' },
      ...more,
    },
  });
const claimRollback = (version = '1.4.0', claim = 'back') =>
  order('cio', { type: 'ClaimRollback', data: { claim, version } });
const rollbackClaimed = (restores: string | null, version = '1.4.0') =>
  happened({ type: 'RollbackClaimed', data: { claim: 'back', version, restores } });

const first = [registered, claimed({ version: '1.3.0' }), vacated({ version: '1.3.0' })];
const second = [...first, claimed({ claim: 'two' }), vacated({ claim: 'two' })];

describe('registering a project', () => {
  it('is the first thing of all', () => road().when(registerProject()).thenHappens(registered));

  it('is silent for the same name', () => road(registered).when(registerProject()).thenNothing());

  it('is refused for another name', () =>
    road(registered)
      .when(registerProject('Another shop'))
      .thenRefusedBy('project-new', 'shop is registered already, as "Shop"'));

  it('is for the orchestrator', () =>
    road()
      .when(as('cio', registerProject()))
      .thenRefusedBy('role-permitted-on-road', 'this is for orchestrator, not for cio'));
});

describe('claiming an environment', () => {
  it('is for one promotion at a time', () => {
    road(registered).when(claimEnvironment()).thenHappens(claimed());
    road(registered, claimed({ version: '1.3.0' }))
      .when(claimEnvironment({ claim: 'two' }))
      .thenRefusedBy(
        'environment-free',
        'production belongs to the promotion of 1.3.0 until that has ended',
      );
  });

  it('is silent for the claim that holds it', () =>
    road(registered, claimed()).when(claimEnvironment()).thenNothing());

  it('waits in production while something is rolled back from it', () => {
    const rollingBack = road(...first, rollbackClaimed(null, '1.3.0'));
    rollingBack
      .when(claimEnvironment({ claim: 'two' }))
      .thenRefusedBy('environment-free', 'production is being rolled back from 1.3.0');
    rollingBack
      .when(claimEnvironment({ claim: 'two', environment: 'dev' }))
      .thenHappens(claimed({ claim: 'two', environment: 'dev' }));
  });

  it('goes in the order of versions', () =>
    road(...first)
      .when(claimEnvironment({ claim: 'two', version: '1.2.9' }))
      .thenRefusedBy(
        'version-higher',
        '1.3.0 has already started its promotion to production; a version never goes back, so plan one above 1.3.0',
      ));

  it('is for a registered project', () =>
    road()
      .when(claimEnvironment())
      .thenRefusedBy('project-registered', 'this project is not registered'));
});

describe('vacating an environment', () => {
  const vacate = (claim = 'one') =>
    order('system', {
      type: 'VacateEnvironment',
      data: { claim, environment: 'production', outcome: 'passed' },
    });

  it('frees it for the next', () => {
    road(registered, claimed()).when(vacate()).thenHappens(vacated());
    road(...first)
      .when(claimEnvironment({ claim: 'two' }))
      .thenHappens(claimed({ claim: 'two' }));
  });

  it('is silent for a claim that does not hold it', () => {
    road(registered).when(vacate()).thenNothing();
    road(registered, claimed()).when(vacate('another')).thenNothing();
  });

  it('is for the system', () =>
    road(registered, claimed())
      .when(as('cio', vacate()))
      .thenRefusedBy('role-permitted-on-road', 'this is for system, not for cio'));
});

describe('claiming a rollback', () => {
  it('restores what was verified before, for a first release nothing', () => {
    road(...first)
      .when(claimRollback('1.3.0'))
      .thenHappens(rollbackClaimed(null, '1.3.0'));
    road(...second)
      .when(claimRollback())
      .thenHappens(rollbackClaimed('1.3.0'));
  });

  it('restores what stood there when a promotion has failed', () =>
    road(...first, claimed({ claim: 'two' }))
      .when(claimRollback())
      .thenHappens(rollbackClaimed('1.3.0')));

  it('is silent for the claim that stands', () =>
    road(...second, rollbackClaimed('1.3.0'))
      .when(claimRollback())
      .thenNothing());

  it('is of what stands in production', () => {
    road(registered)
      .when(claimRollback())
      .thenRefusedBy(
        'stands-in-production-now',
        'nothing stands in production, so there is nothing to roll back',
      );
    road(...second)
      .when(claimRollback('1.3.0'))
      .thenRefusedBy(
        'stands-in-production-now',
        '1.4.0 stands in production, not 1.3.0; only what stands there can be rolled back',
      );
  });

  it('is of what a deployer has brought there, although the one before was verified last', () =>
    road(...first, claimed({ claim: 'two' }))
      .when(claimRollback('1.3.0'))
      .thenRefused(
        'production belongs to the promotion of 1.4.0, which is not verified there; only that can be rolled back now',
      ));

  it('waits for another one', () =>
    road(...second, rollbackClaimed('1.3.0'))
      .when(claimRollback('1.4.0', 'another'))
      .thenRefusedBy('no-other-rollback', 'production is being rolled back from 1.4.0 already'));
});

describe('giving a claim on a rollback back', () => {
  const giveBack = (claim = 'back') =>
    order('system', { type: 'ReleaseRollbackClaim', data: { claim } });

  it('lets another one begin', () =>
    road(...second, rollbackClaimed('1.3.0'))
      .when(giveBack())
      .thenHappens(
        happened({ type: 'RollbackClaimReleased', data: { claim: 'back', version: '1.4.0' } }),
      ));

  it('is silent for a claim that does not stand', () => {
    road(...second)
      .when(giveBack())
      .thenNothing();
    road(...second, rollbackClaimed('1.3.0'))
      .when(giveBack('another'))
      .thenNothing();
  });

  it('is for the system', () =>
    road(...second, rollbackClaimed('1.3.0'))
      .when(as('cio', giveBack()))
      .thenRefusedBy('role-permitted-on-road', 'this is for system, not for cio'));
});

describe('recording a rollback', () => {
  const record = (claim = 'back') =>
    order('system', { type: 'RecordRollback', data: { claim, version: '1.4.0' } });
  const recorded = happened({
    type: 'ReleaseRolledBack',
    data: { claim: 'back', version: '1.4.0', restored: '1.3.0' },
  });

  it('lets the restored version stand in production', () => {
    const claimedBack = [...second, rollbackClaimed('1.3.0')];
    road(...claimedBack)
      .when(record())
      .thenHappens(recorded);
    road(...claimedBack, recorded)
      .when(claimRollback('1.3.0'))
      .thenHappens(rollbackClaimed(null, '1.3.0'));
  });

  it('is silent when it is recorded', () =>
    road(...second, rollbackClaimed('1.3.0'), recorded)
      .when(record())
      .thenNothing());

  it('lets no lower version follow', () =>
    road(...second, rollbackClaimed('1.3.0'), recorded)
      .when(claimEnvironment({ claim: 'three', version: '1.3.9' }))
      .thenRefusedBy(
        'version-higher',
        '1.4.0 has already started its promotion to production; a version never goes back, so plan one above 1.4.0',
      ));
});
