import { journey } from './journey.ts';

journey('de');
