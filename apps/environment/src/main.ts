import 'reflect-metadata';
import { startServices } from '@roadbook/service';
import { environmentService } from './environment.module.js';

await startServices([environmentService]);
