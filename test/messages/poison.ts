import { gateReported } from '@roadbook/contracts';
import type { GateReported, InputOf } from '@roadbook/contracts';
import type { Message } from '@roadbook/messaging';
import type { OnBus } from '../../apps/release/src/inbox/inbox.fixture.js';

/** A way to spoil a good report, and the reason that stands on its dead letter. */
interface PoisonKind {
  readonly reason: string;
  spoil(bus: OnBus, good: GateReported): Message;
}

const said = (
  bus: OnBus,
  data: InputOf<typeof gateReported>,
  as: 'cqo' | 'cdo' | 'client' = 'cqo',
) => bus.messageOf(gateReported, data, { as }).message;

/** Refused by the domain or the door's rules: the message itself is in order. */
const refused = (
  reason: string,
  data: (good: GateReported) => InputOf<typeof gateReported>,
  as?: 'cqo' | 'cdo' | 'client',
): PoisonKind => ({ reason, spoil: (bus, good) => said(bus, data(good), as) });

/** Another body than the one that fits. */
const says = (reason: string, body: (good: GateReported) => object | string): PoisonKind => ({
  reason,
  spoil: (bus, good) => {
    const other = body(good);
    const text = typeof other === 'string' ? other : JSON.stringify(other);
    return { ...said(bus, good), body: new Uint8Array(Buffer.from(text)) };
  },
});

/** Other headers than those that fit. */
const headed = (
  reason: string,
  headers: (good: Message['headers']) => Message['headers'],
): PoisonKind => ({
  reason,
  spoil: (bus, good) => {
    const message = said(bus, good);
    return { ...message, headers: headers(message.headers) };
  },
});

const nobody =
  'nobody knows who published this: it did not come by POST /v1/messages, and what comes by a broker is taken only with ROADBOOK_TRUST_BUS=true';

export const poisonKinds: readonly PoisonKind[] = [
  says('the body is not JSON', () => '{'),
  says('data.verdict must be one of', (good) => ({ ...good, verdict: 'green' })),
  says('data.tickets must be a list of 1 to 500 entries', (good) => ({ ...good, tickets: [] })),
  says('data.evidence must be an object with a link', (good) => ({ ...good, evidence: {} })),
  says('data has a field that is none of', (good) => ({ ...good, actor: 'ana' })),
  headed('this is no CloudEvent', () => ({})),
  headed('version 2 of gate-reported is not supported', (headers) => ({
    ...headers,
    ce_type: 'roadbook.gate-reported.v2',
  })),
  headed('belongs on roadbook.deployments.reported', (headers) => ({
    ...headers,
    ce_type: 'roadbook.deployment-claimed.v1',
  })),
  headed('the type of the message is none that Roadbook knows', (headers) => ({
    ...headers,
    ce_type: 'order-placed',
  })),
  headed('the subject must be what the data is about', (headers) => ({
    ...headers,
    ce_subject: 'shop/9.9.9',
  })),
  headed(nobody, (headers) => ({ ...headers, 'roadbook-role': 'queen' })),
  refused('this project is not registered', (good) => ({ ...good, project: 'shpo' })),
  refused('this release is not planned', (good) => ({ ...good, version: '7.0.0' })),
  refused('not targeted by this release: T-404', (good) => ({ ...good, tickets: ['T-404'] })),
  refused('dead10cc is not and was not a candidate of this release', (good) => ({
    ...good,
    candidate: 'dead10cc',
  })),
  refused('this is for cqo, not for cdo', (good) => good, 'cdo'),
  refused('this is for cqo, not for client', (good) => good, 'client'),
  refused('data.evidence.note holds a GitHub token', (good) => ({
    ...good,
    evidence: { note: `see ghp_${'a'.repeat(36)}` },
  })),
];
