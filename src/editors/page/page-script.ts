/**
 * The script that is loaded into a page, in its own world, before each call. The first one stays: it knows which
 * calls are under way, and which numbers it gave to objects that have none of their own.
 */
import { adapters } from '../adapters';
import { answerPageCalls } from './answer-page-calls';

const NAME = Symbol.for('brushover.page-script');

if (!Reflect.has(globalThis, NAME)) Reflect.set(globalThis, NAME, answerPageCalls(adapters));
