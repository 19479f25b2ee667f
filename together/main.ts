import 'reflect-metadata';
import { startServices } from '@roadbook/service';
import { services } from './services.js';

await startServices(services, ['npm run demo']);
