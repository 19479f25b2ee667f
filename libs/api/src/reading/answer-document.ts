import { negotiate } from '@roadbook/http';
import type { FastifyReply } from 'fastify';

const json = 'application/json';
const markdown = 'text/markdown';

/** A document as the request accepts it. Both forms say the same: the Markdown is made from the JSON. */
export function answerDocument<Document>(
  reply: FastifyReply,
  accept: string | undefined,
  document: Document,
  asMarkdown: (document: Document) => string,
): Document | string {
  reply.header('Vary', 'Accept');
  if (negotiate(accept, [json, markdown]) === json) return document;
  reply.header('Content-Type', `${markdown}; charset=utf-8`);
  return asMarkdown(document);
}
