/** The offscreen document: owns the job and the Workers, and answers the service worker's calls. */
import { answerCalls } from '../protocol/messages';
import { createHandlers } from './handlers';

answerCalls('offscreen', createHandlers());
