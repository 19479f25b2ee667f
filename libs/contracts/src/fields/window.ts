import { time } from './time.js';

/** The period in which production may be deployed. */
export const window = {
  start: time.describe('Its first instant.'),
  end: time.describe('The first instant at which it is over; at most 24 h later.'),
};
