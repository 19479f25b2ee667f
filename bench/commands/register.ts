import { Client } from '../../demo/client.js';
import { project } from './target.js';
import type { Target } from './target.js';

/** Registers the project whose releases the clients plan. */
export async function register({ url, token }: Target): Promise<void> {
  const body = { project, name: 'The benchmark' };
  await new Client(url).text({ method: 'POST', path: '/v1/projects', token, body });
}
