import type { Holder, Service } from '../api/service.js';
import type { Role } from '@roadbook/decider';

export const jo: Holder = { subject: 'jo', roles: ['cio'] };
export const project = '/v1/projects/shop';

/** The body of an answer, as far as these stories look into it. */
export interface Answer {
  readonly [field: string]: unknown;
  readonly change: string;
  readonly type: string;
  readonly items: readonly Item[];
  readonly settings: readonly Item[];
}

/** One of a list, as far as these stories look into it. */
export interface Item {
  readonly [field: string]: unknown;
  readonly type: string;
  readonly environment: string;
  readonly revision: number;
  readonly observed: { readonly digest: string };
}

const evidence = { link: 'https://ci.example/runs/1' };

/** What is asked of the service in these stories. Each answers with its body. */
export class Change {
  id = '';

  constructor(readonly service: Service) {}

  async report(environment: string, limit: string, more: readonly object[] = []): Promise<void> {
    const settings = [{ setting: 'LIMIT', value: limit }, ...more];
    await this.put('deployer', `/environments/${environment}/configuration`, { settings });
  }

  async propose(environments: readonly string[], body: object = {}): Promise<void> {
    const answer = await this.post('cio', '/configuration-changes', {
      what: 'Raise the limit',
      reason: 'The old one is too low.',
      risk: 'None that is known.',
      environments,
      settings: [{ setting: 'LIMIT', value: '20' }],
      ...body,
    });
    this.id = answer.change;
  }

  async agree(): Promise<void> {
    await this.about(jo, '/confirmation');
    await this.about('cto', '/review', { verdict: 'passed', note: 'As it should be.' });
  }

  async apply(environment: string): Promise<void> {
    await this.about('cio', `/applications/${environment}`);
    const report = { outcome: 'applied', evidence };
    await this.about('deployer', `/applications/${environment}/report`, report);
  }

  /** Applied and observed. */
  async arrive(environment: string): Promise<void> {
    await this.apply(environment);
    await this.report(environment, '20');
  }

  async clear(): Promise<void> {
    const window = { start: '2026-03-02T08:00:00Z', end: '2026-03-02T18:00:00+01:00' };
    await this.about('cio', '/authorization/request');
    await this.about('orchestrator', '/authorization/grant');
    await this.expect(200, 'PUT', 'cpo', `${this.path}/window`, window);
    await this.about('orchestrator', '/window/confirmation', window);
  }

  about(as: Role | Holder, path: string, body: object = {}) {
    return this.post(as, `${this.path}${path}`, body);
  }

  get path(): string {
    return `/configuration-changes/${this.id}`;
  }

  async get(path: string): Promise<Answer> {
    return this.expect(200, 'GET', 'auditor', path);
  }

  put(as: Role | Holder, path: string, body: object) {
    return this.expect(200, 'PUT', as, path, body);
  }

  post(as: Role | Holder, path: string, body: object = {}) {
    return this.expect([200, 201], 'POST', as, path, body);
  }

  /** The answer, which has to have this status. */
  async expect(
    status: number | readonly number[],
    method: 'GET' | 'POST' | 'PUT',
    as: Role | Holder,
    path: string,
    body?: object,
  ): Promise<Answer> {
    const answer = await this.service.send({ method, path: project + path, as, body });
    if (![status].flat().includes(answer.statusCode))
      throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    return answer.json<Answer>();
  }
}
