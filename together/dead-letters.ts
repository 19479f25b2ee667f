import 'reflect-metadata';
import { tendDeadLetters } from '@roadbook/service';

await tendDeadLetters();
