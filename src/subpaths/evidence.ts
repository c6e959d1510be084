/** The offline check of an evidence bundle; docs/evidence-format.md has the format. Needs node:crypto and nothing else. */
export { type Anchors, verifyBundle } from '../adapters/shared/evidence/verify-bundle.ts';
