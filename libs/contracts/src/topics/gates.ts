import { defineTopic } from '../topic.js';

export const gates = defineTopic({
  name: 'roadbook.gates',
  direction: 'in',
  summary: 'Verdicts of the roles, as the services of their teams report them.',
});
