import type { EnvironmentAnswers } from '../../domain/environment-answers/decide.js';
import { freshAnswers } from '../../domain/environment-answers/freshness.js';
import type { Deadlines, Surroundings } from '../../domain/hard-rules/standpoint.js';
import type { Road } from '../../domain/road/road.js';

/** No condition asks for deadlines: they are given to what starts, and nothing starts here. */
const noDeadlines: Deadlines = { deploymentMs: 0, verificationMs: 0 };

/** What surrounds a release at an instant: what was answered too long before it counts no more. */
export const surroundingsAt = (
  road: Road,
  answers: EnvironmentAnswers,
  at: string,
): Surroundings => ({ road, ...freshAnswers(answers, at), deadlines: noDeadlines });
