/** The script that is loaded into a page, in its own world. Loading it again replaces it. */
import { adapters } from '../adapters';
import { answerPageCalls } from './answer-page-calls';

Reflect.set(globalThis, Symbol.for('brushover.page-script'), answerPageCalls(adapters));
