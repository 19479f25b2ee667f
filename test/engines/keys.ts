/** The keys that every replica is given, those of actors and settings as in the embedded runs that these are compared with. */
export const keys = {
  ...{ ROADBOOK_ACTOR_KEY: 'ab'.repeat(32), ROADBOOK_SETTINGS_KEY: 'cd'.repeat(32) },
  ...{ ROADBOOK_MARKS_KEY: 'ef'.repeat(32), ROADBOOK_BUS_KEY: '01'.repeat(32) },
};
