import 'reflect-metadata';
import { rebuildServices } from '@roadbook/service';
import { services } from './services.js';

await rebuildServices(services);
