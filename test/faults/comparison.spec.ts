import type { StoredEvent } from '@roadbook/event-store';
import type { Book } from './acknowledged.js';
import { claimsLeft } from './claims.js';
import { doubled, lost, toldTwice, unasked } from './comparison.js';
import { gaps, happenedTwice, scattered } from './integrity.js';

const release = 'release-shop@1.0.0';
const road = 'road-shop';

/** A promotion as it is stored: claimed on the road, started in the release, vacated by the system. */
const claimed = stored(road, 'EnvironmentClaimed', { claim: 'd1', environment: 'dev' });
const requested = stored(release, 'DeploymentRequested', {
  ...{ deployment: 'd1', environment: 'dev', attempt: 1 },
});
const opened = stored(release, 'DeploymentLogEntryOpened', { deployment: 'd1' }, { revision: 1 });
const vacated = stored(
  road,
  'EnvironmentVacated',
  { claim: 'd1', environment: 'dev', outcome: 'passed' },
  { revision: 1, commandId: 'reaction', role: 'system' },
);
const all = [claimed, requested, opened, vacated];

const book: Book = told('key', [requested, opened]);

/** Every comparison at once, so that a test shows that nothing else is found either. */
const findings = (stored: readonly StoredEvent[], by: Book = book) => ({
  lost: lost(by, stored),
  doubled: doubled(by, stored),
  toldTwice: toldTwice(by),
  unasked: unasked(by, stored),
  happenedTwice: happenedTwice(stored),
  scattered: scattered(stored),
  gaps: gaps(stored),
  claimsLeft: claimsLeft(stored),
});

const nothing = findings([], new Map());

describe('the comparison of what was told with what is stored', () => {
  it('finds nothing where both agree', () => {
    expect(findings(all)).toStrictEqual(nothing);
  });

  it('finds an event that is lost', () => {
    expect(lost(book, [claimed, requested, vacated])).toStrictEqual([
      '/promote (key): DeploymentLogEntryOpened DeploymentLogEntryOpened-1',
    ]);
  });

  it('finds a command that is lost as a whole', () => {
    expect(lost(book, [])).toHaveLength(2);
    expect(doubled(book, [])).toHaveLength(1);
  });

  it('finds an event that stands elsewhere than was told', () => {
    expect(lost(book, [claimed, requested, { ...opened, revision: 2 }, vacated])).toHaveLength(1);
  });

  it('finds an event that is stored as another one than was told', () => {
    expect(lost(book, [{ ...requested, type: 'DeploymentClaimed' }, opened])).toHaveLength(1);
  });

  it('finds an event that is stored twice', () => {
    expect(lost(book, [...all, { ...opened, revision: 2 }])).toHaveLength(1);
  });

  it('finds a command that was carried out twice', () => {
    const again = stored(
      release,
      'DeploymentLogEntryOpened',
      { deployment: 'd2' },
      { revision: 2 },
    );
    expect(findings([...all, again])).toStrictEqual({
      ...nothing,
      doubled: [
        '/promote (key): told DeploymentRequested DeploymentRequested-0, DeploymentLogEntryOpened DeploymentLogEntryOpened-1, ' +
          'stored EnvironmentClaimed EnvironmentClaimed-0, DeploymentRequested DeploymentRequested-0, ' +
          'DeploymentLogEntryOpened DeploymentLogEntryOpened-1, DeploymentLogEntryOpened DeploymentLogEntryOpened-2',
      ],
    });
  });

  it('finds a start without its claim', () => {
    expect(doubled(book, [requested, opened])).toHaveLength(1);
  });

  it('finds a second claim for one start, unless it was given back', () => {
    const second = stored(
      road,
      'EnvironmentClaimed',
      { claim: 'd2', environment: 'dev', version: '1.0.0' },
      { revision: 2 },
    );
    const back = stored(
      road,
      'EnvironmentVacated',
      { claim: 'd2', environment: 'dev', outcome: 'not-started' },
      { revision: 3, commandId: 'deadline', role: 'system' },
    );
    expect(doubled(book, [...all, second])).toHaveLength(1);
    expect(claimsLeft([...all, second])).toStrictEqual(['road-shop: d2 of 1.0.0']);
    expect(findings([...all, second, back])).toStrictEqual(nothing);
  });

  it('finds an event of which two commands were told', () => {
    const other: Book = new Map([...book, ...told('other', [opened])]);
    expect(toldTwice(other)).toStrictEqual(['DeploymentLogEntryOpened DeploymentLogEntryOpened-1']);
  });

  it('finds what a command left whose client was told of nothing', () => {
    expect(unasked(told('key', []), [requested, vacated])).toStrictEqual([
      'release-shop@1.0.0: DeploymentRequested DeploymentRequested-0',
    ]);
  });

  it('finds what the system did a second time', () => {
    const again = { ...vacated, revision: 2, commandId: 'another reaction' };
    expect(findings([...all, again])).toStrictEqual({
      ...nothing,
      happenedTwice: ['road-shop: EnvironmentVacated d1'],
    });
  });

  it('finds two deployments of one attempt', () => {
    const again = { ...requested, revision: 2, data: { ...requested.data, deployment: 'd2' } };
    expect(happenedTwice([...all, again])).toStrictEqual(['release-shop@1.0.0: attempt 1 at dev']);
  });

  it('finds a command that was appended in two parts', () => {
    const later = { ...opened, recordedAt: '2026-01-01T00:00:01.000Z' };
    expect(scattered([requested, later])).toStrictEqual(['release-shop@1.0.0: command']);
  });

  it('finds a gap in a stream', () => {
    expect(gaps([claimed, { ...vacated, revision: 2 }])).toStrictEqual([road]);
  });

  it('finds a rollback that still holds production, and none that ended', () => {
    const of = { claim: 'r1', version: '1.0.0' };
    const begun = stored(road, 'RollbackClaimed', of);
    const ended = stored(road, 'ReleaseRolledBack', of, { revision: 1 });
    expect(claimsLeft([begun])).toStrictEqual(['road-shop: r1 of 1.0.0']);
    expect(claimsLeft([begun, ended])).toStrictEqual([]);
  });
});

function stored(
  stream: string,
  type: string,
  data: StoredEvent['data'],
  { revision = 0, commandId = 'command', role = 'cio' } = {},
): StoredEvent {
  return {
    id: `${type}-${String(revision)}`,
    ...{ stream, type, data, revision, commandId, role },
    ...{ schemaVersion: 1, position: 0, hash: '', actor: 'actor', correlationId: 'correlation' },
    recordedAt: '2026-01-01T00:00:00.000Z',
  };
}

function told(key: string, events: readonly StoredEvent[]): Book {
  const request = { method: 'POST', path: '/promote', token: 'token', key } as const;
  return new Map([[key, { request, answer: '', events }]]);
}
