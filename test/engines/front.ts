import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceOf } from '../../together/compose/routes.fixture.js';

/** Ports of the replicas of a service that are there now. */
export type Replicas = (service: string) => readonly number[];

/** One host in front of all replicas: requests go to each of a service in turn. One that is gone has its request repeated by whoever sent it. */
export class Front {
  private turn = 0;

  private constructor(
    private readonly server: Server,
    private readonly replicas: Replicas,
  ) {
    server.on('request', (asked, answer) => {
      this.passOn(asked, answer);
    });
  }

  static async start(replicas: Replicas): Promise<Front> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Front(server, replicas);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private passOn(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url: path = '/', headers } = asked;
    const ports = this.replicas(serviceOf(path));
    const port = ports[(this.turn += 1) % ports.length];
    if (port === undefined) {
      answer.writeHead(503, { 'retry-after': '1' }).end();
      return;
    }
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
      given.on('error', () => answer.destroy());
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }
}
