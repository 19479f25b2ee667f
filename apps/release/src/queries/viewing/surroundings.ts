import { noParityAnswer, noPipelineAnswer } from '../../domain/environment-answers/answers.js';
import type { Deadlines, Standpoint, Surroundings } from '../../domain/hard-rules/standpoint.js';
import type { EnvironmentAnswers } from '../../domain/environment-answers/source.js';
import type { Road } from '../../domain/road/road.js';

/** No condition asks for deadlines: they are given to what starts, and nothing starts here. */
const noDeadlines: Deadlines = { deploymentMs: 0, verificationMs: 0 };

/** What surrounds a release, as far as this service knows by itself: the environment service was not asked. */
export const surroundingsOn = (road: Road): Surroundings => ({
  road,
  parity: noParityAnswer,
  pipeline: noPipelineAnswer,
  deadlines: noDeadlines,
});

/** The same standpoint with what the environment service answered. */
export const answered = <Point extends Pick<Standpoint, 'surroundings'>>(
  standpoint: Point,
  answers: EnvironmentAnswers,
): Point => ({ ...standpoint, surroundings: { ...standpoint.surroundings, ...answers } });
