import { deploymentReported, gateReported } from '@roadbook/contracts';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { deployments, event, gate, problemIn, publishing } from './publishing.fixture.js';

const { doors, send, one, batch } = publishing();

const attributes = {
  'ce-specversion': '1.0',
  'ce-id': 'ci-1',
  'ce-source': 'https://ci.example/shop',
  'ce-type': gateReported.type,
  'ce-time': '2026-03-02T07:55:02Z',
};

describe('a report', () => {
  it.each([
    ['in binary mode', () => send('cqo', 'application/json', gate, attributes)],
    ['in structured mode', () => one('cqo')],
    ['in a batch', () => batch('cqo', event())],
  ])('%s is published with what it is about, and with who said it', async (_, publish) => {
    const response = await publish();
    expect([response.status, await response.json()]).toStrictEqual([
      202,
      { published: [{ id: 'ci-1', topic: 'roadbook.gates' }] },
    ]);
    const [message, ...others] = await doors().published('roadbook.gates');
    expect(others).toStrictEqual([]);
    expect(message!.key).toBe('shop/1.4.0');
    const { headers } = message!;
    expect(headers).toStrictEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: 'ci-1',
      ce_source: 'https://ci.example/shop',
      ce_type: 'roadbook.gate-reported.v1',
      ce_subject: 'shop/1.4.0',
      ce_time: '2026-03-02T07:55:02.000Z',
      ce_dataschema: 'urn:roadbook:message:gate-reported:v1',
      ce_correlationid: response.headers.get('x-correlation-id'),
      'roadbook-actor': 'a_cqo',
      'roadbook-role': 'cqo',
    });
    expect(envelopeIn(message!).data).toStrictEqual(gate);
  });

  it('keeps the correlation that its sender gave it', async () => {
    await one('cqo', event(gate, { correlationid: 'build-4711' }));
    const [message] = await doors().published('roadbook.gates');
    expect(message!.headers['ce_correlationid']).toBe('build-4711');
  });

  it('is published as often as it is sent: whoever takes it knows it by its id', async () => {
    for (const key of ['a', 'a']) await one('cqo', event(), { 'idempotency-key': key });
    await one('cqo', event(gate, { id: 'ci-2' }), { 'idempotency-key': 'b' });
    const ids = (await doors().published('roadbook.gates')).map(({ headers }) => headers['ce_id']);
    expect(new Set(ids)).toStrictEqual(new Set(['ci-1', 'ci-2']));
  });

  it('of a deployment goes to its topic, a batch to several', async () => {
    const response = await batch('deployer.cqo', event(), ...deployments);
    expect(response.status).toBe(202);
    const types = async (topic: string) =>
      (await doors().published(topic)).map(({ headers }) => headers['ce_type']);
    expect(await types('roadbook.gates')).toStrictEqual([gateReported.type]);
    expect(await types('roadbook.deployments.reported')).toStrictEqual(
      deployments.map(({ type }) => type),
    );
  });
});

describe('who publishes cannot say in whose name', () => {
  it('by headers of the request', async () => {
    const spoofed = {
      'roadbook-actor': 'a_boss',
      'roadbook-anything': 'x',
      'roadbook-role': 'cqo',
    };
    await one('cqo', event(), spoofed);
    const [message] = await doors().published('roadbook.gates');
    const ours = Object.entries(message!.headers).filter(([name]) => name.startsWith('roadbook-'));
    expect(ours).toStrictEqual([
      ['roadbook-actor', 'a_cqo'],
      ['roadbook-role', 'cqo'],
    ]);
  });

  it('by attributes, whose names have no dash', async () => {
    const name = 'an attribute has a name that is not of letters in lower case and digits';
    for (const response of [
      await one('cqo', event(gate, { 'roadbook-actor': 'a_boss' })),
      await send('cqo', 'application/json', gate, { ...attributes, 'ce-roadbook-role': 'cso' }),
    ])
      expect(await problemIn(response)).toStrictEqual({
        ...{ type: 'malformed-request', status: 400, detail: name },
      });
  });

  it('by data', async () => {
    const { status } = await one('cqo', event({ ...gate, actor: 'a_boss', role: 'cso' }));
    expect(status).toBe(400);
  });

  it('nor choose the key, the schema or the revision', async () => {
    const chosen = { partitionkey: 'x', dataschema: 'urn:x:y', streamrevision: 7 };
    await one('cqo', event(gate, chosen));
    const [message] = await doors().published('roadbook.gates');
    expect([message!.key, message!.headers['ce_dataschema']]).toStrictEqual([
      ...['shop/1.4.0', gateReported.dataschema],
    ]);
    expect(message!.headers).not.toHaveProperty('ce_streamrevision');
  });

  it('nor speak as a service of Roadbook', async () => {
    const response = await one('cqo', event(gate, { source: 'urn:roadbook:release' }));
    expect((await problemIn(response)) as object).toMatchObject({
      errors: [
        {
          field: 'event',
          message: 'the source must be your own, and not begin with urn:roadbook:',
        },
      ],
    });
  });
});

describe('what is published belongs to roles', () => {
  const owners = { quality: 'cqo', design: 'cdo', security: 'cso' };
  const publishers = ['cqo', 'cdo', 'cso', 'deployer'];

  it('a gate to the one that owns it', async () => {
    for (const role of publishers)
      for (const [name, owner] of Object.entries(owners)) {
        const { status } = await one(role, event({ ...gate, gate: name }));
        expect([role, name, status]).toStrictEqual([role, name, role === owner ? 202 : 403]);
      }
  });

  it('deployments and checks to deployers', async () => {
    for (const role of publishers)
      for (const deployment of deployments) {
        const { status } = await one(role, deployment);
        expect([role, status]).toStrictEqual([role, role === 'deployer' ? 202 : 403]);
      }
  });

  it.each(['orchestrator', 'cio', 'cto', 'cpo', 'cco', 'auditor', 'client'])(
    'nothing to the %s',
    async (role) => {
      expect(await problemIn(await one(role))).toStrictEqual({
        type: 'role-not-permitted',
        status: 403,
        detail: 'only cqo, cdo, cso, deployer may do this',
        permitted: ['cqo', 'cdo', 'cso', 'deployer'],
      });
    },
  );

  it('says who may, and of which event', async () => {
    const design = event({ ...gate, gate: 'design' });
    expect(await problemIn(await batch('cqo', event(), design))).toStrictEqual({
      type: 'role-not-permitted',
      status: 403,
      detail:
        'only cdo may report the gate design, as event 2 of the batch does; nothing was published',
      permitted: ['cdo'],
    });
    expect(await doors().published('roadbook.gates')).toStrictEqual([]);
  });

  it('of which a token may have several, each for its own', async () => {
    const design = event({ ...gate, gate: 'design' }, { id: 'ci-2' });
    await batch('cqo.cdo', event(), design);
    const roles = (await doors().published('roadbook.gates')).map(
      ({ headers }) => headers['roadbook-role'],
    );
    expect(roles).toStrictEqual(['cqo', 'cdo']);
  });

  it('of which only one counts where the publisher names it', async () => {
    const acting = { 'roadbook-role': 'cdo' };
    expect((await one('cqo.cdo', event(), acting)).status).toBe(403);
  });

  it('within the projects of the token', async () => {
    expect((await one('cqo/shop')).status).toBe(202);
    const other = event({ ...gate, project: 'other' });
    expect(await problemIn(await batch('cqo/shop', event(), other))).toStrictEqual({
      type: 'project-not-permitted',
      status: 403,
      detail:
        'event 2 of the batch is about a project that your token is not for: ask for a token that names it; nothing was published',
    });
  });

  it('and to nobody without a token', async () => {
    expect((await one('nobody')).status).toBe(401);
  });
});

describe('a batch', () => {
  it('is published as a whole or not at all', async () => {
    const wrong = event({ ...gate, verdict: 'fine' });
    const unknown = event({}, { type: deploymentReported.type });
    expect(await problemIn(await batch('cqo.deployer', event(), wrong, unknown))).toMatchObject({
      type: 'invalid-request',
      status: 400,
      errors: [
        {
          field: '[1]',
          message:
            'roadbook.gate-reported.v1 does not fit: data.verdict must be one of passed, failed, inconclusive',
        },
        { field: '[2]' },
      ],
    });
    for (const topic of ['roadbook.gates', 'roadbook.deployments.reported'])
      expect(await doors().published(topic)).toStrictEqual([]);
  });

  it('has 1 to 100 events', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, number) => event(gate, { id: `ci-${number}` }));
    expect((await batch('cqo', ...many(100))).status).toBe(202);
    expect(await doors().published('roadbook.gates')).toHaveLength(100);
    expect(await problemIn(await batch('cqo', ...many(101)))).toStrictEqual({
      type: 'malformed-request',
      status: 400,
      detail: 'a batch has at most 100 events, not 101',
    });
    expect(await problemIn(await batch('cqo'))).toMatchObject({
      detail: 'the batch is empty: send at least one event',
    });
  });

  it('has at most a megabyte', async () => {
    const note = { ...gate, evidence: { note: 'x'.repeat(1024 * 1024) } };
    expect((await one('cqo', event(note))).status).toBe(413);
  });
});
