import { setTimeout as pause } from 'node:timers/promises';
import { Broker } from '../../scripts/kafka/broker.mjs';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import type { Problem } from '../../demo/client.js';
import { Fleet } from './fleet.js';
import { describeWithOwnKafka } from './kafka.js';

/** A command waits for 5 s; what comes beside is little, also on a machine that has much else to do. */
const commandMsMax = 10_000;
/** Who reads knows of the silence already: far below what a command waits. */
const readMsMax = 3_000;
const notReadyMsMax = 20_000;
const backMsMax = 60_000;
const testMsMax = 300_000;
const lookEveryMs = 100;

const releases = '/v1/projects/shop/releases';
const pipelineUnanswered =
  'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again';
const parityUnanswered =
  'the environment service did not answer whether the environments mirror production, so there is nothing to check; try again';

beforeAll(ensureBuilt, testMsMax);

await describeWithOwnKafka('Whoever asks while nobody can answer', () => {
  let broker: Broker;
  let fleet: Fleet;
  beforeAll(async () => {
    broker = await Broker.start();
    fleet = await Fleet.start({ brokers: [broker.address] });
    await fleet.project('shop', 'silence').register('Releases in silence');
    await planned('1.0.0');
    await untilAnswered();
  }, testMsMax);
  afterAll(async () => {
    await fleet.stop();
    await broker.remove();
  }, testMsMax);

  it(
    'is answered in time by services whose Kafka hangs: it is unknown, and not ready; afterwards all goes on',
    async () => {
      broker.hang();
      try {
        await answersInSilence('1.1.0');
        await until(async () => !(await isReady('release')), notReadyMsMax);
      } finally {
        broker.goOn();
      }
      await untilAnswered();
      await until(() => isReady('release'), backMsMax);
    },
    testMsMax,
  );

  it(
    'is answered in time by services whose Kafka is away; afterwards all goes on',
    async () => {
      await broker.stop();
      try {
        await answersInSilence('1.2.0');
      } finally {
        await broker.startAgain();
      }
      await untilAnswered();
    },
    testMsMax,
  );

  it(
    'is answered in time while there is no environment service; afterwards all goes on',
    async () => {
      const gone = fleet.replicas.find(({ service }) => service === 'environment')!;
      await fleet.kill(gone);
      await answersInSilence('1.3.0');
      await fleet.add(gone.service, gone.folder);
      await untilAnswered();
    },
    testMsMax,
  );

  async function planned(version: string): Promise<void> {
    const tickets = [{ id: 'T-1', title: 'Keep the session', type: 'fix' }];
    const release = { version, kind: 'standard', tickets };
    const commit = 'c0ffee10';
    expect((await timed('POST', releases, commandMsMax, release)).status).toBe(201);
    const chosen = await timed('PUT', `${releases}/${version}/candidate`, commandMsMax, { commit });
    expect(chosen.status).toBe(200);
  }

  /** What asks nobody goes on; what asks is told that nobody answered, a reader as well as who commands. */
  async function answersInSilence(version: string): Promise<void> {
    await planned(version);
    const path = `${releases}/${version}`;
    const dev = { environment: 'dev' };
    const started = await timed('POST', `${path}/deployments`, commandMsMax, dev);
    expect(started.status).toBe(409);
    expect(await missingIn(started)).toContain(pipelineUnanswered);
    const checked = await timed('POST', `${path}/parity-checks`, commandMsMax, {});
    expect(checked.status).toBe(409);
    expect(await missingIn(checked)).toStrictEqual([parityUnanswered]);
    const eligible = await timed('GET', `${path}/eligibility?environment=dev`, readMsMax);
    expect(eligible.status).toBe(200);
    expect(await missingIn(eligible)).toContain(pipelineUnanswered);
    for (const read of [path, '/v1/projects/shop/waiting'])
      expect((await timed('GET', read, readMsMax)).status).toBe(200);
  }

  /** A check of parity is carried out: it rests on an answer. */
  async function untilAnswered(): Promise<void> {
    const checks = `${releases}/1.0.0/parity-checks`;
    await until(async () => (await timed('POST', checks, commandMsMax, {})).ok, backMsMax);
    const eligible = await timed(
      'GET',
      `${releases}/1.0.0/eligibility?environment=dev`,
      commandMsMax,
    );
    expect(await missingIn(eligible)).not.toContain(pipelineUnanswered);
  }

  async function isReady(service: string): Promise<boolean> {
    const { port } = fleet.replicas.find((one) => one.service === service)!;
    return (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).ok;
  }

  /** @throws when it takes longer */
  async function timed(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    msMax: number,
    body?: object,
  ): Promise<Response> {
    const sinceMs = performance.now();
    const answer = await fleet.ask('cio', method, path, body);
    const tookMs = performance.now() - sinceMs;
    if (tookMs > msMax) throw new Error(`${method} ${path} took ${tookMs.toFixed()} ms`);
    return answer;
  }
});

/** What is missing, in the words of a refusal and of eligibility alike. */
async function missingIn(answer: Response): Promise<(string | undefined)[]> {
  const { conditions = [] } = (await answer.json()) as Pick<Problem, 'conditions'>;
  return conditions.map(({ missing }) => missing);
}

async function until(holds: () => Promise<boolean>, msMax: number): Promise<void> {
  const untilMs = Date.now() + msMax;
  while (!(await holds())) {
    if (Date.now() > untilMs) throw new Error(`it did not come true within ${String(msMax)} ms`);
    await pause(lookEveryMs);
  }
}
