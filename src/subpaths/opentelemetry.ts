/** Metrics and traces, by the API of OpenTelemetry. */
export { OpenTelemetryTelemetry } from '../adapters/driven/opentelemetry/opentelemetry-telemetry.ts';
