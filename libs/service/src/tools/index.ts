export { filesOf, sharedFilesIn } from '../files.js';
export type { RowsOfServices } from '../service.js';
export { tendDeadLetters } from './dead-letters.js';
export { everyEvent } from './every-event.js';
export { configurationOfFiles } from './files-of-this-machine.js';
export { rebuildServices } from './rebuild.js';
export { storedEvents } from './stored-events.js';
export { verifyServices } from './verify.js';
