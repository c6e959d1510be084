/** Reads the JSON of docs/planning-data.md, record by record, for planning sources of a host's own. */
export { type PlanningData, readPlanningData, readPlanOf } from '../adapters/shared/planning-data/planning-data.ts';
