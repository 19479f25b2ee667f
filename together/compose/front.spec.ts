import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceOf } from './routes.fixture.js';

const root = join(import.meta.dirname, '../..');
const configuration = readFileSync(join(import.meta.dirname, 'nginx.conf'), 'utf8');

/** What stands once in the configuration. */
function found(pattern: RegExp): string[] {
  const all = [...configuration.matchAll(new RegExp(pattern, 'g'))];
  expect(all).toHaveLength(1);
  return all[0]!.slice(1);
}

/** The path as the service gets it. */
function pathBehind(path: string): string {
  const [location, pattern, replacement] = found(
    /location ~ (\S+) \{\s+rewrite (\S+) (\S+) break;/,
  );
  return new RegExp(location!).test(path) ? path.replace(new RegExp(pattern!), replacement!) : path;
}

const services = ['release', 'environment', 'knowledge-base'];
const pathsOf = (service: string): string[] => {
  const document = readFileSync(join(root, `openapi/${service}.json`), 'utf8');
  const { paths } = JSON.parse(document) as { paths: Record<string, object> };
  return Object.keys(paths).map((path) => path.replaceAll(/\{\w+\}/g, 'a-1.0.0%2Fentries'));
};

describe('the host in front of the services', () => {
  it.each(services)('passes on what only the %s service answers to it', (service) => {
    const others = services.filter((one) => one !== service).flatMap(pathsOf);
    const own = pathsOf(service).filter((path) => !others.includes(path));
    expect(own).not.toHaveLength(0);
    for (const path of own)
      for (const asked of [path, `${path}/`, `${path}?limit=1`])
        expect([asked, serviceOf(asked)]).toStrictEqual([asked, service]);
  });

  it('passes on what every service answers to one that does', () => {
    const shared = pathsOf('release').filter((path) => pathsOf('environment').includes(path));
    expect(shared).toContain('/v1/messages');
    for (const path of shared) expect(pathsOf(serviceOf(path))).toContain(path);
  });

  it('does not take a project for what its paths are called', () => {
    expect(serviceOf('/v1/projects/entries')).toBe('release');
    expect(serviceOf('/v1/projects/parity/releases')).toBe('release');
    expect(serviceOf('/v1/projects/shop/entries-of-mine')).toBe('release');
  });

  it.each(services)('shows the documents, page and health of the %s service', (service) => {
    const document = `/openapi/${service}.json`;
    expect([serviceOf(document), pathBehind(document)]).toStrictEqual([service, document]);
    for (const path of ['/docs', '/docs/swagger-ui.css', '/health/ready']) {
      const asked = `/${service}${path}`;
      expect([serviceOf(asked), pathBehind(asked)]).toStrictEqual([service, path]);
    }
  });

  it('shows the page and health of the release service where none is named', () => {
    for (const path of ['/docs', '/health/ready'])
      expect([serviceOf(path), pathBehind(path)]).toStrictEqual(['release', path]);
  });
});
