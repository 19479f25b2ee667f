/**
 * The one list of what two runs of the same history may differ in. Everything else that is in a row or a document has to be the same: each
 * verdict, their order, each box, each actor.
 */
export const leftOut = {
  /**
   * Fields with a recorded time. What a reporter said is told from it by its value: a time from before the run stays, in these fields too.
   */
  times: [
    'answeredAt',
    'askedAt',
    'at',
    'budgetEndsAt',
    'changedAt',
    'claimedAt',
    'compiledAt',
    'date',
    'deadline',
    'deployedAt',
    'due',
    'end',
    'endedAt',
    'happenedAt',
    'liveAt',
    'occurredAt',
    'orchestratorToldAt',
    'plannedAt',
    'recordedAt',
    'registeredAt',
    'rehearsedAt',
    'requestedAt',
    'since',
    'start',
    'startedAt',
  ],
  /** Places in the order of everything, and in a stream. Lists stay in their order, so that what came first still shows. */
  places: ['askedPosition', 'position', 'revision'],
  /** How long something took, by recorded times. */
  durations: ['durationSeconds', 'totalMinutes', 'totalSeconds'],
  /** The same in text that people read: a time, with its date or without, and how long something took. */
  shown: {
    time: /\b(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?|\d\d:\d\d(?::\d\d)?)(?:Z|\b)/g,
    duration:
      /\b\d+ min \d+ s\b|\b(?:after|in) \d+ s\b|\bTotal (?:duration|time): \d+ minutes(?: \d+ seconds)?/g,
  },
  /** Ids are not left out, as they link what belongs together: each is replaced by the number of its first appearance. */
  ids: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
} as const;
