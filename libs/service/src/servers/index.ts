export { ConfiguredServers } from './configured-servers.js';
