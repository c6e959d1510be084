import { dyingAt, type Moment } from '../../cuts/moments.ts';
import { storesOnDisk } from '../../cuts/on-disk.ts';
import { Site } from '../../cuts/site.ts';
import { aNightRequest, Newsroom } from '../newsroom.ts';
import { type RealServer, realParts, realServer } from '../real-parts/description.ts';

/**
 * `node --import tsx night-and-die.ts SERVER DIRECTORY STORE MOMENT VERSION LENGTH`: a worker's night on a store on
 * disk, with files of that version, that is killed at the moment. The login comes from the description of the parts.
 */
const [server = '', directory = '', store = '', moment = '', version = '', length = ''] = process.argv.slice(2);
const site = new Site(realServer(server as RealServer['name']), realParts(), {
  ...{ directory, replacement: 'atomic', length: Number(length) },
});
site.renderer.version = Number(version);
const stores = storesOnDisk(store);
const dying = dyingAt(moment as Moment, { ...stores, transports: [site.transport()] }, site.folder);
const { nights } = await new Newsroom().backup({ ...stores, ...dying, renderer: site.renderer });
await nights.run(aNightRequest({ reason: 'scheduled', night: '2026-11-25' }));
throw new Error(`the night has ended, and ${moment} did not come`);
