import { backUpServices } from '@roadbook/service/tools';
import { rowsOfServices } from './rows.js';

await backUpServices(rowsOfServices);
