import { Release } from './release.js';
import { reportEnvironments, shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
let release: Release;
let plannedAt: string;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  release = new Release(service, '1.4.0');
  await release.plan();
  plannedAt = service.clock.now();
  service.clock.advance({ hours: 1 });
  await reportEnvironments(service);
  await release.choose();
  await release.prove();
});
afterAll(() => service.stop());

interface Seen {
  readonly revision: number;
  readonly candidate: string | null;
}

const reads = ['', '/checklist', '/eligibility?environment=dev', '/rollback-plan'];

const at = (read: string, query: string) => `${read}${read.includes('?') ? '&' : '?'}${query}`;

describe('the past of a release', () => {
  it('is as it was at a revision', async () => {
    const then = await release.get<Seen>('?revision=0');
    expect([then.revision, then.candidate]).toStrictEqual([0, null]);
    const now = await release.get<Seen>();
    expect(await release.get<Seen>(`?revision=${String(now.revision)}`)).toMatchObject({
      revision: now.revision,
      candidate: release.candidate,
    });
  });

  it('is as it was at a time, in whatever offset that is given', async () => {
    const then = await release.get<Seen>(`?at=${plannedAt}`);
    expect([then.revision, then.candidate]).toStrictEqual([0, null]);
    const elsewhere = plannedAt.replace('T08', 'T10').replace('Z', '%2B02:00');
    expect(await release.get(`?at=${elsewhere}`)).toStrictEqual(then);
  });

  it('has another answer to what may be done', async () => {
    const ids = async (query: string) => {
      const { conditions } = await release.get<{ conditions: { id: string; met: boolean }[] }>(
        `/eligibility?environment=dev${query}`,
      );
      return conditions.filter(({ met }) => met).map(({ id }) => id);
    };
    expect((await ids('&revision=0')).length).toBeLessThan((await ids('')).length);
  });

  it.each(reads.slice(0, 3))('is told by %s', async (read) => {
    const then = await release.get(at(read, 'revision=0'));
    expect(then).not.toStrictEqual(await release.get(read));
    expect(await release.get(at(read, 'revision=0'))).toStrictEqual(then);
  });

  it('has no plan before one was written', async () => {
    const path = `${release.path}/rollback-plan?revision=0`;
    expect((await service.send({ method: 'GET', path, as: 'auditor' })).statusCode).toBe(404);
  });

  it.each(reads)('has no future, and one point at a time: %s', async (read) => {
    const ask = (query: string) =>
      service.send({ method: 'GET', path: release.path + at(read, query), as: 'auditor' });
    expect((await ask('revision=999')).statusCode).toBe(400);
    expect((await ask('at=2027-01-01T00:00:00Z')).statusCode).toBe(400);
    expect((await ask(`revision=0&at=${plannedAt}`)).statusCode).toBe(400);
    expect((await ask('at=yesterday')).statusCode).toBe(400);
  });

  it('does not reach before the plan', async () => {
    const path = `${release.path}?at=2026-01-01T00:00:00Z`;
    expect((await service.send({ method: 'GET', path, as: 'auditor' })).statusCode).toBe(404);
  });
});
