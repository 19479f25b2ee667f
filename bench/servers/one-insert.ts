/** Bare Fastify: one durable insert after the other, each a transaction of its own. */
import { fastify } from 'fastify';
import { readConfiguration } from '@roadbook/process';
import { Rows } from './rows.js';
import type { Row } from './rows.js';

const { host, port, dataFolder } = readConfiguration();
const rows = new Rows(dataFolder);
const server = fastify();

server.get('/health/started', () => ({ healthy: true }));
server.post<{ Body: Row }>('/rows', (request) => ({ id: rows.insert(request.body) }));

process.stdout.write(`listens on ${await server.listen({ host, port })}\n`);
