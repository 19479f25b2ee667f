import type { Environment } from '@roadbook/decider';
import { notificationDecider } from './decide.js';
import type { NotifyRoles } from './decide.js';
import { driftFound, unannotatedPipelineChange } from './environments.js';
import { violation } from './stops.js';

const origin = {
  actor: 'system',
  role: 'system',
  at: '2026-03-02T08:00:00.000Z',
  commandId: 'c',
  correlationId: 'c',
} as const;
const happenedAt = '2026-03-02T07:59:59.000Z';
const notifications = unannotatedPipelineChange('web', 'the definition changed');

const notify = (tellsOf: string): NotifyRoles => ({
  type: 'NotifyRoles',
  data: { tellsOf, happenedAt, notifications },
});

const decide = (command: NotifyRoles, told = notificationDecider.initial) =>
  notificationDecider.decide(command, told, origin);

/** What is known after roles were told of that many events. */
const after = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index)).reduce(
    (told, tellsOf) =>
      notificationDecider.evolve(told, {
        type: 'RolesNotified',
        data: { ...notifications[0]!, tellsOf, happenedAt },
        ...{ id: tellsOf, revision: 0, recordedAt: origin.at, commandId: 'c' },
        ...{ actor: 'system', role: 'system' },
      }),
    notificationDecider.initial,
  );

describe('telling roles', () => {
  it('puts on record what they are told, of which event', () => {
    expect(decide(notify('e1'))).toStrictEqual([
      { type: 'RolesNotified', data: { ...notifications[0], tellsOf: 'e1', happenedAt } },
    ]);
  });

  it.each([1, 256, 257, 1000])('tells of an event once, of %i others too', (count) => {
    const told = after(count);
    expect(decide(notify('0'), told)).toStrictEqual([]);
    expect(decide(notify(String(count - 1)), told)).toStrictEqual([]);
    expect(decide(notify(String(count)), told)).toHaveLength(1);
  });
});

describe('what is told beside releases', () => {
  it('is drift, in which setting and environment, and who corrects it', () => {
    const drift = [
      { setting: 'payment.timeout', environment: 'staging', kind: 'between' },
      { setting: 'cache.size', environment: 'staging', kind: 'declared' },
    ] as const;
    expect(driftFound('web', 'staging', drift)).toStrictEqual([
      {
        to: ['orchestrator', 'cio', 'cto'],
        subject: 'web: staging drifts',
        text: 'No release goes to production while it stands: payment.timeout in staging has another value than in production, cache.size in staging has another value than configuration changes gave it.\n\nThe cio corrects it by a configuration change.',
        about: { environment: 'staging' },
        rollbackPlan: null,
        acknowledge: null,
        settles: null,
      },
    ]);
  });

  it.each<[Environment, string]>([
    ['production', 'No release goes to production while it stands: '],
    ['staging', 'No release goes to production while it stands: '],
    [
      'qa',
      'No standard release goes to production while it stands, and a hotfix goes there with a risk: ',
    ],
    ['dev', 'It keeps no release from production, which dev does not have to mirror: '],
  ])('is what follows from drift in %s', (environment, consequence) => {
    const drift = [{ setting: 'cache.size', environment, kind: 'declared' }] as const;
    expect(driftFound('web', environment, drift)[0]?.text).toBe(
      `${consequence}cache.size in ${environment} has another value than configuration changes gave it.\n\nThe cio corrects it by a configuration change.`,
    );
  });

  it('is the worst that follows, where an observation shows drift in several environments', () => {
    const drift = (['qa', 'staging'] as const).map(
      (environment) => ({ setting: 'cache.size', environment, kind: 'between' }) as const,
    );
    expect(driftFound('web', 'production', drift)[0]?.text).toMatch(
      /^No release goes to production while it stands: cache\.size in qa has .*, cache\.size in staging has /,
    );
  });

  it('is a pipeline change that nobody annotated', () => {
    expect(notifications).toMatchObject([
      {
        to: ['orchestrator', 'cio', 'cto'],
        subject: 'web is blocked: its pipeline was changed without annotation',
        about: {},
      },
    ]);
    expect(notifications[0]?.text).toContain('What was found: the definition changed.');
  });

  it('is what a hard rule refused, with everything that was missing and who can supply it', () => {
    const told = violation('web', {
      version: '1.0.0',
      candidate: null,
      command: 'RequestDeployment',
      environment: 'staging',
      rule: 2,
      missing: [
        { id: 'version-tagged', missing: 'the version is not tagged', from: 'cio' },
        { id: 'environment-on-path', missing: 'staging is not on its path' },
      ],
    });
    expect(told).toMatchObject([
      {
        to: ['orchestrator', 'cio'],
        subject: 'web 1.0.0 was not let to staging: hard rule 2 (four artifacts)',
        text: 'What is missing:\n\n- the version is not tagged (the cio can supply it)\n\n- staging is not on its path',
        about: { version: '1.0.0', environment: 'staging' },
      },
    ]);
  });

  it.each<[string, Environment | undefined, string]>([
    ['RequestDeployment', undefined, 'was not let to the next environment'],
    ['ClaimDeployment', 'production', 'was not deployed to production'],
    ['ClaimDeployment', undefined, 'was not deployed'],
    ['TagVersion', undefined, 'was not tagged'],
    ['RequestAuthorization', 'production', 'was not let ask for the authorization of production'],
    ['RequestAuthorization', undefined, 'was not let ask for the authorization of its promotion'],
    ['Authorize', 'production', 'was not authorized for production'],
    ['Authorize', undefined, 'was not authorized for its promotion'],
  ])('is in words that %s (%s) was refused', (command, environment, words) => {
    const [told] = violation('web', {
      ...{ version: '1.0.0', candidate: null, command, environment, rule: 1 },
      missing: [{ id: 'environment-on-path', missing: 'not on its path' }],
    });
    expect(told?.subject).toBe(`web 1.0.0 ${words}: hard rule 1 (no direct deploy to production)`);
  });
});
