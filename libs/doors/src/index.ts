export { DoorsModule, messagesTag } from './doors.module.js';
