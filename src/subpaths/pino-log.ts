/** What happens, as lines of JSON, with pino. */
export { PinoLog } from '../adapters/driven/pino-log/pino-log.ts';
