import { cinii } from './cinii/platform.js';
import { dias } from './dias/platform.js';
import { eosc } from './eosc/platform.js';
import { ged } from './ged/platform.js';
import { jairo } from './jairo/platform.js';
import { rdm } from './rdm/platform.js';
import { registered, type RegisteredPlatform } from './registry.js';

/** Every platform that Kakehashi knows, in the order of canonical ids. Adding a platform is its folder and a line here. */
export const platforms: readonly RegisteredPlatform[] = [
  registered(cinii),
  registered(jairo),
  registered(rdm),
  registered(dias),
  registered(ged),
  registered(eosc),
];
