/** What may happen to a run, each done to a real one. */
import { DEATHS } from './deaths';
import { STORAGE } from './storage';
import { ENGINES } from './engines';
import { ORDERS } from './orders';
import { TABS } from './tabs';

export const FAULTS = [...DEATHS, ...STORAGE, ...ENGINES, ...ORDERS, ...TABS];
