/** The section of the security settings page, as a web-standard fetch handler. */
export { type SettingsPage, settingsPage } from '../adapters/driving/settings-page/settings-page.ts';
export {
  type FrontDoor,
  type FrontDoorOptions,
  frontDoor,
  LINK_PATH,
  type Peer,
} from '../adapters/driving/settings-page/sign-in/front-door.ts';
export { type Issued, type SignedIn, SigningIn } from '../adapters/driving/settings-page/sign-in/signing-in.ts';
