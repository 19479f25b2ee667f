import type { Type } from '@nestjs/common';
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

/** An API, and the modules that have its routes; all of the app when absent. */
export interface DescribedApi extends ApiDescription {
  readonly modules?: readonly Type[];
}

/** The OpenAPI document of what the app answers in the modules of this API. */
export function apiDocument(app: NestFastifyApplication, api: DescribedApi): OpenAPIObject {
  const { title, version, description, tags = [], modules } = api;
  const builder = new DocumentBuilder()
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth();
  for (const tag of tags) builder.addTag(tag.name, tag.description);
  const include = modules && { include: [...modules] };
  return shareProblems(SwaggerModule.createDocument(app, builder.build(), include));
}

const pagePath = '/docs';
const documentsPath = '/openapi/';
const documentOf = ({ service }: ApiDescription): string => `${documentsPath}${service}.json`;

/**
 * Serves the documents, and one page to read them and try them out, unless `page` is false. A document is made when somebody first asks
 * for it. Call it before the app is initialized.
 */
export function describeApis(
  app: NestFastifyApplication,
  apis: readonly [DescribedApi, ...DescribedApi[]],
  { page = true }: { readonly page?: boolean } = {},
): void {
  const [first, ...others] = apis;
  for (const api of others)
    SwaggerModule.setup(`${pagePath}/${api.service}`, app, () => apiDocument(app, api), {
      ui: false,
      raw: ['json'],
      jsonDocumentUrl: documentOf(api),
    });
  SwaggerModule.setup(pagePath, app, () => apiDocument(app, first), {
    ui: page,
    raw: ['json'],
    jsonDocumentUrl: documentOf(first),
    customSiteTitle: 'Roadbook',
    explorer: others.length > 0,
    ...(others.length > 0 && {
      swaggerOptions: { urls: apis.map((api) => ({ name: api.title, url: documentOf(api) })) },
    }),
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
