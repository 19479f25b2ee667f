import 'reflect-metadata';
import { startServices } from '@roadbook/service';
import { knowledgeBaseService } from './knowledge-base.module.js';

await startServices([knowledgeBaseService]);
