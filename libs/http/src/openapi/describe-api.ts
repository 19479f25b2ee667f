import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { shareProblems } from './share-problems.js';

export interface ApiDescription {
  /** The service, as it stands in the address of the document: `/openapi/<service>.json`. */
  readonly service: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** The topics of its routes, in the order in which they are shown. */
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
}

/** The OpenAPI document of everything that the app answers. */
export function apiDocument(app: NestFastifyApplication, api: ApiDescription): OpenAPIObject {
  const { title, version, description, tags = [] } = api;
  const builder = new DocumentBuilder()
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth();
  for (const tag of tags) builder.addTag(tag.name, tag.description);
  return shareProblems(SwaggerModule.createDocument(app, builder.build()));
}

const pagePath = '/docs';
const documentsPath = '/openapi/';

/**
 * Serves the document, and a page to read it and try it out, unless `page` is false. The document is made
 * when somebody first asks for it. Call it before the app is initialized.
 */
export function describeApi(
  app: NestFastifyApplication,
  api: ApiDescription,
  { page = true }: { readonly page?: boolean } = {},
): void {
  SwaggerModule.setup(pagePath, app, () => apiDocument(app, api), {
    ui: page,
    jsonDocumentUrl: `${documentsPath}${api.service}.json`,
    raw: ['json'],
    customSiteTitle: api.title,
  });
}

/** The page and the documents are open to everybody. */
export function openDocumentation(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { url } = route;
    if (url === pagePath || url.startsWith(`${pagePath}/`) || url.startsWith(documentsPath)) {
      route.config = { ...route.config, access: 'everybody' };
    }
  });
}
