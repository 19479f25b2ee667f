import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real server that tests may fill. */
export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The same as in docker-compose.yml. */
const image = process.env.EVENTSTOREDB_IMAGE ?? 'docker.kurrent.io/kurrent-lts/kurrentdb:26.0.3';
const port = 2113;
const pullMsMax = 90_000;

/** The server at `EVENTSTOREDB_URL`; else one in Docker, if there is Docker and the image can be had; else none. */
export async function realServer(): Promise<RealServer | undefined> {
  const { EVENTSTOREDB_URL: url } = process.env;
  if (url) return { url, stop: () => Promise.resolve() };
  if (!process.env.DOCKER_HOST && !existsSync('/var/run/docker.sock')) return undefined;
  return Promise.race([
    inDocker().catch(() => undefined),
    sleep(pullMsMax, undefined, { ref: false }),
  ]);
}

async function inDocker(): Promise<RealServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    // By names that servers before KurrentDB know too.
    .withEnvironment({
      EVENTSTORE_INSECURE: 'true',
      EVENTSTORE_MEM_DB: 'true',
      EVENTSTORE_RUN_PROJECTIONS: 'None',
      EVENTSTORE_TELEMETRY_OPTOUT: 'true',
    })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
    .start();
  return {
    url: `esdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    stop: async () => {
      await container.stop();
    },
  };
}
