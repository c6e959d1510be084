import { simpleChange } from './simple-change.ts';

export const resume = simpleChange('resume', (configuring, request) => configuring.resume(request));
