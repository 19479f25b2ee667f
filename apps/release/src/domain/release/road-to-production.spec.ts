import { isRefusal } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { acts } from '@roadbook/decider/acting';
import type { Act } from '@roadbook/decider/acting';
import type { Surroundings } from '../hard-rules/standpoint.js';
import type { ReleaseCommand } from './commands.js';
import type { ReleaseEvent } from './events.js';
import { mirrors, step } from './history.fixture.js';
import * as order from './orders.fixture.js';
import { holding, live, release } from './release.fixture.js';

type Given = readonly [Act<ReleaseCommand>, Partial<Surroundings>?];

const preparation: readonly Given[] = [
  [order.planRelease()],
  [order.reportMerge()],
  [order.chooseCandidate()],
  [order.reportContents()],
  [order.reportTestSuite()],
  [order.reportGate('quality')],
  [order.reportGate('design')],
  [order.reportGate('security')],
  [order.checkParity()],
  [order.compileNotes()],
  [order.writeRollbackPlan()],
  [order.reviewRollbackPlan()],
  [order.startRehearsal()],
  [order.reportRehearsalSteps(step(1), step(2))],
  [order.tagVersion()],
  [order.prepareDeploymentLog()],
];

const promotionTo = (environment: Environment): readonly Given[] => [
  [order.requestDeployment(environment), holding(environment)],
  [order.claimDeployment(environment)],
  [order.reportDeployment(environment)],
  [order.reportChecks(environment)],
];

const clearance: readonly Given[] = [
  [order.checkParity(), { parity: { ...mirrors, id: 'ParityReported#2' } }],
  [order.requestAuthorization('production')],
  [order.authorize('production')],
  [order.proposeWindow()],
  [order.confirmWindow()],
  [order.acknowledgeClientCommunication()],
];

const theWholeRoad: readonly Given[] = [
  ...preparation,
  [order.requestAuthorization('promotion')],
  [order.authorize('promotion')],
  ...promotionTo('dev'),
  ...promotionTo('qa'),
  ...promotionTo('staging'),
  ...clearance,
  ...promotionTo('production'),
];

/** All events of commands that are given one after the other. */
function carriedOut(given: readonly Given[]): readonly Act<ReleaseEvent>[] {
  return given.reduce<readonly Act<ReleaseEvent>[]>((history, [command, surroundings = {}]) => {
    const { decision } = release(...history)
      .amid(surroundings)
      .when(command);
    if (isRefusal(decision)) throw new Error(JSON.stringify(decision.refused, undefined, 2));
    return [...history, ...decision.map((what) => ({ what, origin: command.origin }))];
  }, []);
}

describe('the road to production', () => {
  it('leads from merged tickets to verified production, with the history on which all specs rest', () => {
    expect(carriedOut(theWholeRoad).map(({ what }) => what)).toStrictEqual(
      acts(live).map(({ what }) => what),
    );
  });

  it('is the same for every command that is given twice', () => {
    const twice = theWholeRoad.flatMap((given) => [given, given]);
    expect(carriedOut(twice)).toStrictEqual(carriedOut(theWholeRoad));
  });
});
