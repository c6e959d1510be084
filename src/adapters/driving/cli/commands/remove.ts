import { simpleChange } from './simple-change.ts';

export const remove = simpleChange('remove', (configuring, request) => configuring.remove(request));
