import type { Services } from '@roadbook/service';
import { environmentService } from '../apps/environment/src/environment.module.js';
import { knowledgeBaseService } from '../apps/knowledge-base/src/knowledge-base.module.js';
import { releaseService } from '../apps/release/src/release.module.js';

/** All services of Roadbook: what `npm start` runs in one process. */
export const services: Services = [releaseService, environmentService, knowledgeBaseService];
