import 'reflect-metadata';
import { tendDeadLetters } from '@roadbook/service/tools';

await tendDeadLetters();
