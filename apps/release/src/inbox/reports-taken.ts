import { isRefusal } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import type { Accepted } from '@roadbook/decisions';
import { canonicalJson, EventTooLarge } from '@roadbook/event-store';
import { Poison } from '@roadbook/messaging';
import { DecideRelease } from '../commands/commands.js';
import type { Deciding } from '../commands/deciding.js';
import type { DecideReleaseHandler } from '../commands/handlers.js';
import type { ReleaseEventType } from '../domain/release/events.js';
import type { Asked } from './reports.js';

/** The event by which what is reported is on record, with everything that the command says. */
const recordedAs: Readonly<Record<Asked['command']['type'], ReleaseEventType>> = {
  ReportGate: 'GateReported',
  ClaimDeployment: 'DeploymentClaimed',
  ReportDeployment: 'DeploymentReported',
  ReportChecks: 'ChecksReported',
};

/** Gives the command of a report as a request gives it, so that nothing is decided otherwise because it came by a message. */
export class ReportsTaken {
  constructor(
    private readonly decides: Pick<DecideReleaseHandler, 'execute'>,
    private readonly deciding: Pick<Deciding, 'recorded'>,
  ) {}

  /** @throws Poison for what is refused, and for what comes under the id of something else that was taken */
  async take(asked: Asked, origin: Origin): Promise<void> {
    const { key, command } = asked;
    const decide = new DecideRelease(key.project, key.version, command, origin);
    const outcome = await this.decides.execute(decide).catch(cannotBeStored);
    if (isRefusal(outcome))
      throw new Poison(outcome.refused.map(({ missing }) => missing).join('; '));
    if (outcome.repeated && !(await this.isOnRecord(asked, outcome)))
      throw new Poison(
        'a message of this source and id was taken that says something else; send this one under an id of its own',
      );
  }

  /** The same message may come again with another time of its own: what counts is what its data say. */
  private async isOnRecord(
    { key, command, occurredAt }: Asked,
    { events }: Accepted,
  ): Promise<boolean> {
    const report = events.find(({ type }) => type === recordedAs[command.type]);
    const event = report && (await this.deciding.recorded(key, report.revision));
    if (!event || (occurredAt !== undefined && occurredAt !== event.occurredAt)) return false;
    return canonicalJson({ ...event.data, ...command.data }) === canonicalJson(event.data);
  }
}

function cannotBeStored(error: unknown): never {
  throw error instanceof EventTooLarge ? new Poison(error.message, { cause: error }) : error;
}
