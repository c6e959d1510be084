/** Plans from a web service; docs/planning-data.md has the format. */
export {
  HttpPlanningSource,
  type HttpPlanningSourceOptions,
} from '../adapters/driven/plan-http/http-planning-source.ts';
