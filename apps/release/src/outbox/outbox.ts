import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { Folds } from '@roadbook/following';
import type { Outgoing } from '@roadbook/messaging/relay';
import { recorded } from '@roadbook/read-model';
import { happeningOf, outgoing } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import type { ReleaseEvent } from '../domain/release/events.js';
import { evolveInFull, notPlannedYet } from '../domain/release/in-full.js';
import type { ReleaseInFull } from '../domain/release/in-full.js';
import { streamOf } from '../domain/streams.js';
import { toldOfRoad, toldOfViolations } from './beside-releases.js';
import { toldOfNotifications } from './notifications.js';
import { toldOfRelease } from './release.js';

const source = 'urn:roadbook:release';

/** What the release service tells of its events: the only place that knows events and messages. The same event gives the same messages. */
export class Outbox {
  private readonly releases: Folds<ReleaseInFull>;

  constructor(store: EventStore) {
    this.releases = new Folds(store, {
      initial: notPlannedYet,
      evolve: (known, event) => evolveInFull(known, recorded<ReleaseEvent>(event)),
    });
  }

  async messagesOf(event: StoredEvent): Promise<readonly Outgoing[]> {
    return (await this.told(event)).flatMap((one) => outgoing(source, event, one));
  }

  private told(event: StoredEvent): Promise<readonly Told[]> | readonly Told[] {
    const { kind, project = '', version } = streamOf(event.stream) ?? {};
    switch (kind) {
      case 'release':
        return this.toldOfRelease(event, { project, version: version ?? '' });
      case 'road':
        return toldOfRoad(project, event);
      case 'violations':
        return toldOfViolations(project, event);
      case 'notifications':
        return toldOfNotifications(project, event);
      default:
        return [];
    }
  }

  /** Every event is folded in, also one of which nothing is told: so the next one finds the release as it is. */
  private async toldOfRelease(
    event: StoredEvent,
    about: { readonly project: string; readonly version: string },
  ): Promise<readonly Told[]> {
    const full = await this.releases.upTo(event);
    const { release } = full;
    if (release.situation === 'unplanned') return [];
    const happening = { ...happeningOf(about.project, event), version: about.version };
    return toldOfRelease(recorded<ReleaseEvent>(event), { happening, release, full });
  }
}
