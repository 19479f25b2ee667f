import { rebuildServices } from '@roadbook/service/tools';
import { rowsOfServices } from './rows.js';

await rebuildServices(rowsOfServices);
