import { candidate, madeId } from './names.js';
import { wholeNumber } from './say.js';
import { environment } from './words.js';

/** One attempt to bring a candidate to an environment. */
export const aDeployment = {
  deployment: madeId.describe('Id of the deployment.'),
  environment,
  candidate,
  attempt: wholeNumber(1, 1_000_000).describe('Counts from 1 for each candidate and environment.'),
};
