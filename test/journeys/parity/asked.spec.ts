import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentAnswered } from '@roadbook/contracts';
import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';

import { Bus } from '../api/bus.js';
import { operations, resolved } from '../api/described.js';
import type { Schema } from '../api/described.js';
import { Release } from '../api/release.js';
import { Service } from '../api/service.js';
import { shop } from '../api/shop.js';
import { Silence } from './silence.js';

/** Whoever asks waits 5 s for each answer that does not come. */
const patience = 60_000;

describe('an environment service that does not answer', () => {
  const silence = new Silence();
  let service: Service;
  let release: Release;
  let next: Release;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-journey-'));
    const parts = [silence.part(join(folder, 'messages.db'))];
    service = await Service.start(undefined, folder, { parts });
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.reachProduction();
    next = new Release(service, '1.5.0');
    await next.prepare();
    silence.silent = true;
  });
  afterAll(() => service.stop());

  const missing = async (of: Release, environment: string) => {
    const refused = await of.refused('cio', 'deployments', { environment });
    return refused.conditions.map(({ missing: sentence }) => sentence);
  };

  it(
    'keeps everything out of production, although parity was checked before; the refusal says so',
    async () => {
      expect(await missing(release, 'production')).toStrictEqual([
        'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again',
        'the environment service did not answer whether staging mirrors production, which counts as no; try again',
      ]);
      expect(silence.keptBack).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'keeps everything out of dev',
    async () => {
      expect(await missing(next, 'dev')).toStrictEqual([
        'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again',
      ]);
    },
    patience,
  );

  it('is no violation by whoever wanted to promote', async () => {
    const path = '/v1/projects/shop/violations';
    const answer = await service.send({ method: 'GET', path, as: 'auditor' });
    expect(answer.json<{ items: unknown[] }>().items).toStrictEqual([]);
  });

  it('is not answered for by anybody else: no door takes the message, whoever sends it', async () => {
    const refusals = new Map<string, Role[]>();
    for (const role of roles) {
      if (role === 'system') continue;
      const { status, type } = await answerAs(role);
      const refusal = `${String(status)} ${type.replace('urn:roadbook:problem:', '')}`;
      refusals.set(refusal, [...(refusals.get(refusal) ?? []), role]);
    }
    expect(Object.fromEntries(refusals)).toStrictEqual({
      '400 invalid-request': ['cqo', 'cdo', 'cso', 'deployer'],
      '403 role-not-permitted': ['orchestrator', 'cio', 'cto', 'cpo', 'cco', 'auditor', 'client'],
    });
    const bus = new Bus(service);
    const said = await bus.said(environmentAnswered);
    await bus.close();
    const { question } = environmentAnswered.example;
    expect(said.filter((one) => one.question === question)).toStrictEqual([]);
  });

  it('is not answered for by a route of the release service: none takes the state of parity or of a pipeline', () => {
    const ofRelease = operations.filter(({ service: name }) => name === 'release');
    const taken = ofRelease.flatMap(({ id, body, parameters }) =>
      [body, ...parameters.map(({ schema }) => schema)].flatMap((schema) =>
        schema ? wordsIn(schema).map((word) => [id, word]) : [],
      ),
    );
    expect(taken.length).toBeGreaterThan(20);
    const answers = ['mirrors', 'drifts', 'unknown', 'confirmed', 'unannotated'];
    expect(taken.filter(([, word]) => answers.includes(word ?? ''))).toStrictEqual([]);
    const changing = ofRelease.filter(({ method }) => method !== 'GET');
    const about = changing.filter(({ path }) => /parity|pipeline|drift/.test(path));
    expect(about.map(({ id, body }) => [id, fieldsOf(body)])).toStrictEqual([
      ['checkParity', ['occurredAt']],
    ]);
  });

  it('lets both go on as soon as it answers', async () => {
    silence.silent = false;
    await release.promote('production');
    await next.promote('dev');
    expect(await release.get()).toMatchObject({ state: 'in-production' });
  });

  async function answerAs(role: Role) {
    const { type, example } = environmentAnswered;
    const answer = await service.send({
      method: 'POST',
      path: '/v1/messages',
      as: role,
      body: JSON.stringify({
        ...{ specversion: '1.0', id: 'made-up', source: 'urn:roadbook:environment' },
        ...{ type, time: service.clock.now(), data: example },
      }),
      headers: { 'content-type': 'application/cloudevents+json' },
    });
    return answer.json<{ status: number; type: string }>();
  }
});

/** Every word that a schema lists. */
function wordsIn(schema: Schema): string[] {
  const { enum: words = [], properties = {}, items, allOf = [] } = resolved(schema);
  const parts = [...Object.values(properties), ...(items ? [items] : []), ...allOf];
  return [...words.map(String), ...parts.flatMap(wordsIn)];
}

const fieldsOf = (schema?: Schema): string[] =>
  schema ? Object.keys(resolved(schema).properties ?? {}) : [];
