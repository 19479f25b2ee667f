import 'reflect-metadata';
import { verifyServices } from '@roadbook/service';
import { services } from './services.js';

await verifyServices(services);
