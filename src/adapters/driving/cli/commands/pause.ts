import { simpleChange } from './simple-change.ts';

export const pause = simpleChange('pause', (configuring, request) => configuring.pause(request));
