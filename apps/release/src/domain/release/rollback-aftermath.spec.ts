import { time } from '../acts.fixture.js';
import { acknowledgeRollbackCommunication, scheduleRollbackReview } from './orders.fixture.js';
import { reviewScheduled, rollbackCommunicated, rollbackStarted } from './promotion.fixture.js';
import { live, release } from './release.fixture.js';

const never = '1.4.0 is not and was not rolled back';

describe('acknowledging the communication of a rollback', () => {
  it('says that the affected clients were told', () =>
    release(...live, rollbackStarted())
      .when(acknowledgeRollbackCommunication())
      .thenHappens(rollbackCommunicated()));

  it('is silent when it was acknowledged before', () =>
    release(...live, rollbackStarted(), rollbackCommunicated())
      .when(acknowledgeRollbackCommunication())
      .thenNothing());

  it('is refused where no users were affected', () =>
    release(...live, rollbackStarted({ usersAffected: false }))
      .when(acknowledgeRollbackCommunication())
      .thenRefusedBy(
        'users-affected',
        'no users were affected by this rollback, so there is nothing to acknowledge',
      ));

  it('is refused where nothing was rolled back', () =>
    release(...live)
      .when(acknowledgeRollbackCommunication())
      .thenRefusedBy('rollback-started', never));
});

describe('scheduling the review of a rollback', () => {
  it('may be scheduled anew', () => {
    release(...live, rollbackStarted())
      .when(scheduleRollbackReview())
      .thenHappens(reviewScheduled());
    release(...live, rollbackStarted(), reviewScheduled())
      .when(scheduleRollbackReview(time('16:00')))
      .thenHappens(reviewScheduled(time('16:00')));
  });

  it('is silent for the same time', () =>
    release(...live, rollbackStarted(), reviewScheduled())
      .when(scheduleRollbackReview())
      .thenNothing());

  it('is refused where nothing was rolled back', () =>
    release(...live)
      .when(scheduleRollbackReview())
      .thenRefusedBy('rollback-started', never));
});
