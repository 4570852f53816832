import { ANSWERS } from './answers';
import { OVERLAYS } from './overlays';
import { WORLDS } from './worlds';

export const HOSTILE_PAGES = [...ANSWERS, ...WORLDS, ...OVERLAYS];
