import type { Decider } from '../decider.js';
import { specification, withOrigin } from './specification.js';
import type { Act } from './specification.js';
import type { Origin } from '../origin.js';

/** A door that is opened once, by somebody else than who locked it, with as many keys as there are around. */
interface Opened {
  readonly type: 'DoorOpened';
  readonly data: { readonly keys: number };
}
type Lock = { readonly by: string; readonly events: readonly string[] };

const door: Decider<{ readonly type: 'OpenDoor' }, Lock, Opened, { readonly keys: number }> = {
  initial: { by: '', events: [] },
  decide: (_, { by, events }, { actor }, { keys }) => {
    if (by === actor) return { refused: [{ id: 'other-opens', missing: 'nobody opens twice' }] };
    return events.length > 1 ? [] : [{ type: 'DoorOpened', data: { keys } }];
  },
  evolve: ({ events }, { id, revision, recordedAt, actor }) => ({
    by: actor,
    events: [...events, `${id} at ${String(revision)}, ${recordedAt}`],
  }),
};

const origin: Origin = {
  actor: 'ana',
  role: 'cio',
  at: '2026-03-02T10:00:00.000Z',
  commandId: 'command',
  correlationId: 'command',
};
const given = specification(door, { origin, surroundings: { keys: 1 } }, (actual, expected) => {
  expect(actual).toStrictEqual(expected);
});
const by = <What>(actor: string, act: Act<What>) => withOrigin({ actor }, act);
const open = { what: { type: 'OpenDoor' }, origin: {} } as const;
const opened = (keys = 1): Act<Opened> => ({
  what: { type: 'DoorOpened', data: { keys } },
  origin: {},
});

describe('a specification of a decider', () => {
  it('starts from nothing', () => given().when(open).thenHappens(opened()));

  it('folds what happened, with an id for each type, and revisions', () => {
    expect(given(opened(), [by('ben', opened())]).state).toStrictEqual({
      by: 'ben',
      events: [
        'DoorOpened#1 at 0, 2026-03-02T10:00:00.000Z',
        'DoorOpened#2 at 1, 2026-03-02T10:00:00.000Z',
      ],
    });
  });

  it('decides amid other surroundings', () =>
    given().amid({ keys: 2 }).when(open).thenHappens(opened(2)));

  it('takes who acts from the act', () =>
    given(opened()).when(open).thenRefused('nobody opens twice'));

  it('names the condition that refuses', () =>
    given(opened()).when(open).thenRefusedBy('other-opens', 'nobody opens twice'));

  it('knows silence', () => given(opened(), opened()).when(by('ben', open)).thenNothing());

  it('knows types', () => given().when(open).thenTypes('DoorOpened'));

  it.each([
    ['other data', () => given().when(open).thenHappens(opened(2))],
    ['another event on top', () => given().when(open).thenHappens(opened(), opened())],
    ['events instead of silence', () => given().when(open).thenNothing()],
    ['events instead of a refusal', () => given().when(open).thenRefused('nobody opens twice')],
    ['events instead of this refusal', () => given().when(open).thenRefusedBy('other-opens', 'no')],
    ['a refusal instead of silence', () => given(opened()).when(open).thenNothing()],
    ['a refusal instead of events', () => given(opened()).when(open).thenHappens(opened())],
    ['a refusal instead of types', () => given(opened()).when(open).thenTypes('DoorOpened')],
    ['another sentence', () => given(opened()).when(open).thenRefused('no')],
    [
      'one sentence of two',
      () => given(opened()).when(open).thenRefused('nobody opens twice', 'no'),
    ],
    [
      'another condition',
      () => given(opened()).when(open).thenRefusedBy('key', 'nobody opens twice'),
    ],
    ['another sentence of it', () => given(opened()).when(open).thenRefusedBy('other-opens', 'no')],
  ])('fails on %s', (_, body) => {
    expect(body).toThrow();
  });
});
