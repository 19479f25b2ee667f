import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of the release service, as it is served and as it is committed. */
export function describeReleaseApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Roadbook release service')
    .setDescription('Decides which release may go where, on what evidence, and how it is undone.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addTag('health', 'Whether the service can answer')
    .build();
  return SwaggerModule.createDocument(app, frame);
}
