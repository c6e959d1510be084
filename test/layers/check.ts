import { blindRules } from './blind-rules.ts';
import { cruiseSources } from './cruise.ts';
import { RULES } from './rules.ts';

const baseDir = process.cwd();
const cruised = await cruiseSources(baseDir);
const complaints = [
  ...cruised.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
  ...blindRules(baseDir, cruised),
];
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
const sources = cruised.modules.filter(({ source }) => source.startsWith('src/')).length;
process.stdout.write(`layers: ${sources} modules, ${RULES.length} rules, ${complaints.length} complaints\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
