import 'reflect-metadata';
import { startServices } from '@roadbook/service';
import { releaseService } from './release.module.js';

await startServices([releaseService]);
