/** A sign of life to an address that someone watches. */
export { HttpHeartbeat, readHeartbeatUrl } from '../adapters/driven/heartbeat-url/http-heartbeat.ts';
