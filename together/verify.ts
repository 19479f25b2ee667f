import { verifyServices } from '@roadbook/service/tools';
import { rowsOfServices } from './rows.js';

await verifyServices(rowsOfServices);
