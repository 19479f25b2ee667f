import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { decode, encode, projectRegistered } from '@roadbook/contracts';
import type { InputOf, MessageType, Received } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { createHttpApp, signDevelopmentToken } from '@roadbook/http';
import { Messaging } from '@roadbook/messaging';
import { envelopeIn, messageOf } from '@roadbook/messaging/envelope';
import { Clock, derivedId, ManualClock, readConfiguration } from '@roadbook/process';
import { ServicesModule } from '@roadbook/service';
import { knowledgeBaseService } from '../../../apps/knowledge-base/src/knowledge-base.module.js';
import { eventually } from '../api/eventually.js';

const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

export const eventId = (name: string): string => derivedId(namespace, name);

/** What somebody writes, unless a journey says otherwise. */
export const note = {
  type: 'risk',
  visibility: 'both',
  decay: 'medium',
  title: 'Invoices of more than 99 lines are cut off',
  context: 'The provider of invoices has a limit.',
  content: 'Lines behind the 99th are dropped without a word.',
  outcome: 'It is fixed with 1.4.1.',
  impact: 'Large orders need a second invoice.',
};

export interface Holder {
  readonly roles: readonly Role[];
  readonly projects?: readonly string[];
}

/** The knowledge base alone in this process, told of a project, asked through HTTP; other services speak by messages. */
export class KnowledgeService {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly dataFolder: string,
    readonly clock: ManualClock,
    readonly url: string,
  ) {}

  static async start(): Promise<KnowledgeService> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-knowledge-'));
    const clock = new ManualClock('2026-03-02T08:00:00.000Z');
    const configuration = readConfiguration({ ROADBOOK_DATA: dataFolder });
    const parts = [{ provide: Clock, useValue: clock }];
    const module = ServicesModule.of([knowledgeBaseService], configuration, parts);
    const app = await createHttpApp(module, { logger: false });
    await app.listen(0, '127.0.0.1');
    const service = new KnowledgeService(app, dataFolder, clock, await app.getUrl());
    await eventually(async () => (await service.get('/health/ready')).status === 200);
    await service.hear('shop');
    return service;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async stop(): Promise<void> {
    await this.close();
    rmSync(this.dataFolder, { recursive: true });
  }

  /** Another service tells of something. */
  async tell<Of extends MessageType>(of: Of, data: InputOf<Of>): Promise<void> {
    const { event = eventId('question') } = data as unknown as { readonly event?: string };
    const time = this.clock.now();
    const { topics, ...outgoing } = encode(of, data, {
      ...{ source: 'urn:roadbook:release', time, id: derivedId(event, of.type) },
    });
    for (const topic of topics)
      await this.app.get(Messaging, { strict: false }).publish(topic, [messageOf(outgoing)]);
  }

  /** What stands on a topic. */
  async said(topic: string): Promise<readonly Received[]> {
    const { messages } = await this.app.get(Messaging, { strict: false }).read(topic);
    return messages.map((message) => decode(topic, envelopeIn(message)));
  }

  async hear(project: string): Promise<void> {
    const event = eventId(project);
    await this.tell(projectRegistered, { ...projectRegistered.example, project, event });
    await eventually(
      async () => (await this.get(`/v1/projects/${project}/entries`)).status === 200,
    );
  }

  async get(
    path: string,
    as: Role | Holder = 'auditor',
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const authorization = `Bearer ${await this.token(as)}`;
    return fetch(this.url + path, {
      headers: { authorization, ...headers },
      signal: signal ?? null,
    });
  }

  async read<Answer>(path: string, as: Role | Holder = 'auditor'): Promise<Answer> {
    const answer = await this.get(path, as);
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async post(path: string, body: object, as: Role | Holder = 'cio'): Promise<Response> {
    const authorization = `Bearer ${await this.token(as)}`;
    return fetch(this.url + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** The id of the entry. */
  async write(more: object = {}, project = 'shop'): Promise<string> {
    this.clock.advance({ seconds: 1 });
    const answer = await this.post(`/v1/projects/${project}/entries`, { ...note, ...more });
    if (answer.status !== 201) throw new Error(await answer.text());
    return ((await answer.json()) as { entry: string }).entry;
  }

  private token(as: Role | Holder): Promise<string> {
    const holder = typeof as === 'string' ? { roles: [as] } : as;
    const { dataFolder, clock } = this;
    return signDevelopmentToken({
      ...{ subject: holder.roles.join(), ...holder },
      ...{ dataFolder, clock, expiresInSeconds: 3600 },
    });
  }
}
