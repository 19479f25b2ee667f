import { join } from 'node:path';
import { encode, projectRegistered, topics } from '@roadbook/contracts';
import { messageOf } from '@roadbook/messaging/envelope';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { derivedId } from '@roadbook/process';
import { eventually } from '../api/eventually.js';
import type { Service } from '../api/service.js';

const anyId = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** Tells the environment service, by the message of the release service, that the project is registered; resolves when it knows it. */
export async function registered(service: Service, project: string): Promise<void> {
  const messaging = SqliteMessaging.open(join(service.dataFolder, 'messages.db'), { topics });
  const event = derivedId(anyId, project);
  const happening = { event, recordedAt: service.clock.now(), actor: 'olga' } as const;
  const said = encode(
    projectRegistered,
    { project, name: project, role: 'orchestrator', ...happening },
    { source: 'urn:roadbook:release', time: service.clock.now(), id: event },
  );
  for (const topic of said.topics) await messaging.publish(topic, [messageOf(said)]);
  await messaging.close();
  const path = `/v1/projects/${project}/pipeline`;
  await eventually(
    async () => (await service.send({ method: 'GET', path, as: 'auditor' })).statusCode === 200,
  );
}
