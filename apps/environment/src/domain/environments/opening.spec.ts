import { act, as, by } from '../acts.fixture.js';
import type { EnvironmentsCommand } from './commands.js';
import {
  change,
  completed,
  declared,
  described,
  found,
  environments,
  limitTo,
  mirrored,
  observed,
  opened,
  driftOf,
  proposed,
  verified,
} from './history.fixture.js';
import {
  asked,
  checkParity,
  declareScope,
  describeValidation,
  open,
  report,
  verifyParity,
} from './orders.fixture.js';

describe('the environments of a project', () => {
  it('are opened with what each of them validates', () =>
    environments().when(open()).thenHappens(opened()));

  it('are opened once', () => environments(opened()).when(open()).thenNothing());

  it('are not known before the project is', () =>
    environments()
      .when(report('dev'))
      .thenRefused(
        'this project is not known here; if it was registered a moment ago, try again, else an orchestrator can register it',
      ));

  it('are opened by the system alone', () =>
    environments()
      .when(act<EnvironmentsCommand>('cio', open().what))
      .thenRefused('this is for system, not for cio'));

  it('are reported by a deployer, who says a time that is not ahead', () => {
    const { what, origin } = report('dev');
    environments(opened())
      .when({ what, origin: { ...origin, occurredAt: '2026-03-02T10:01:00.001Z' } })
      .thenRefused(
        'the occurred time 2026-03-02T10:01:00.001Z lies more than 60 s ahead of 2026-03-02T10:00:00.000Z',
      );
  });
});

describe('what an environment validates', () => {
  it('is described by a cio', () =>
    environments(opened())
      .when(describeValidation('qa', 'that partners can be reached'))
      .thenHappens(described('qa', 'that partners can be reached')));

  it('is described once in the same words', () =>
    environments(opened(), described('qa', 'that partners can be reached'))
      .when(describeValidation('qa', 'that partners can be reached'))
      .thenNothing());

  it('is not described by a cto', () =>
    environments(opened())
      .when(act<EnvironmentsCommand>('cto', describeValidation('qa', 'anything').what))
      .thenRefused('this is for cio, not for cto'));
});

describe('the scope of a setting', () => {
  it('is declared before it is first observed', () =>
    environments(opened())
      .when(declareScope('DB_HOST', 'environment'))
      .thenHappens(declared('DB_HOST', 'environment')));

  it('is declared once', () =>
    environments(opened(), declared('DB_HOST', 'environment'))
      .when(by('jo', declareScope('DB_HOST', 'environment')))
      .thenNothing());

  it('can be declared to be what it would be anyhow', () =>
    environments(opened())
      .when(declareScope('LIMIT', 'behaviour'))
      .thenHappens(declared('LIMIT', 'behaviour')));

  it('stays once the setting was observed, and changes by a configuration change', () =>
    environments(opened(), observed('dev'), observed('qa'))
      .when(declareScope('LIMIT', 'environment'))
      .thenRefused(
        'LIMIT was observed in dev, qa, so its scope changes as a part of a configuration change',
      ));

  it('stays while a configuration change is under way that brings the setting', () => {
    const settings = [{ ...limitTo('20'), setting: 'NEW' }];
    const diff = [
      { setting: 'NEW', from: null, to: { value: '20' }, environments: ['dev'] as const },
    ];
    environments(mirrored, proposed(['dev'], { settings, diff }))
      .when(declareScope('NEW', 'environment'))
      .thenRefused(`NEW is part of the configuration change ${change}, which is not ended`);
    environments(mirrored, proposed(['dev'], { settings, diff }), completed())
      .when(declareScope('NEW', 'environment'))
      .thenHappens(declared('NEW', 'environment'));
  });
});

describe('a check of parity', () => {
  it('is on record with what differs, and what it was asked for', () => {
    const drift = [driftOf('LIMIT', 'qa')];
    environments(mirrored, found(...drift))
      .when(as('deployer', verifyParity()))
      .thenHappens(verified({ ...asked, qa: 'drifts', drift, driftCount: 1 }));
  });

  it('is on record each time', () =>
    environments(mirrored, verified()).when(checkParity()).thenHappens(verified()));

  it('is a cio’s where nobody asks from elsewhere', () => {
    environments(mirrored)
      .when(as('deployer', checkParity()))
      .thenRefused('this is for cio, not for deployer');
    environments(mirrored)
      .when(as('auditor', verifyParity()))
      .thenRefused('this is for cio or deployer or system, not for auditor');
  });
});
