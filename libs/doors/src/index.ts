export { DoorsModule, messagesTag } from './doors.module.js';
export { publisherHeader } from './publishing/publisher-header.js';
