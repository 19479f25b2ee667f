import { eventually } from '../api/eventually.js';
import { ticket } from '../api/release.js';
import { projectPath, shop } from '../api/shop.js';
import { OnDouble } from './on-double.js';

const stream = 'release/project-shop';
let on: OnDouble;
beforeAll(async () => {
  on = await OnDouble.start();
  await shop(on.service);
});
afterAll(() => on.stop());

const readiness = async () => {
  const answer = await on.service.send({ method: 'GET', path: '/health/ready' });
  const { checks } = answer.json<{ checks: { name: string; wrong?: string }[] }>();
  return { status: answer.statusCode, wrong: checks.filter((check) => 'wrong' in check) };
};
const isReady = async () => (await readiness()).status === 200;
const plan = (version: string) =>
  on.service.send({
    ...{ method: 'POST', path: `${projectPath}/releases`, as: 'cio' },
    body: { version, kind: 'standard', tickets: [ticket] },
  });

describe('a server that is told, while services run, to remove events of a stream', () => {
  beforeAll(async () => {
    await on.setMetadata(stream, { maxCount: 1 });
    await eventually(async () => !(await isReady()));
  });

  it('takes readiness from its service, which says which stream it is and what to do', async () => {
    expect(await readiness()).toStrictEqual({
      status: 503,
      wrong: [
        {
          name: 'release events',
          wrong:
            'stream project-shop has $maxCount in its metadata, by which the server removes events; take it out',
        },
      ],
    });
  });

  it('has commands refused for that reason, and names no stream there', async () => {
    const refused = await plan('1.4.0');
    expect([refused.statusCode, refused.headers['retry-after']]).toStrictEqual([503, '1']);
    expect(refused.json()).toMatchObject({
      detail:
        'nothing was recorded; the event store was told to remove events, and takes none until an operator has taken that back; /health/ready says of which stream',
    });
  });

  it('is written to again, and the service ready, when that was taken back', async () => {
    await on.setMetadata(stream, {});
    await eventually(isReady);
    expect((await plan('1.4.0')).statusCode).toBe(201);
  });
});
