export { filesOf, sharedFilesIn } from '../files.js';
export type { RowsOfServices } from '../service.js';
export { backUpServices } from './backup.js';
export { tendDeadLetters } from './dead-letters.js';
export { everyEvent } from './every-event.js';
export { inTerminal } from './in-terminal.js';
export { eventsOf } from './opened-events.js';
export { rebuildServices } from './rebuild.js';
export { verifyServices } from './verify.js';
