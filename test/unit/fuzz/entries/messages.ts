/** Messages between the extension's parts: whoever answers checks first. */
import { listeners } from '../../protocol/fake-runtime';
import * as fc from 'fast-check';
import type { Context, Handlers } from '../../../../src/protocol/calls';
import { answerCalls, type Answer } from '../../../../src/protocol/messages';
import { readableJob } from '../../../../src/protocol/stored-job';
import { REQUEST_SCHEMAS } from '../../../../src/protocol/request-schemas';
import { picturesOf } from '../../../../src/protocol/job';
import { layer, request, result, state } from '../../panel/jobs-for-tests';
import { assert, assertFinite, assertSentence } from '../assert';
import { entry, mutated, odd } from '../entry';

const PANEL = { id: 'brushover', url: 'chrome-extension://brushover/panel/panel.html' };
const PAGE = { id: 'brushover', url: 'https://example.org/', tab: { id: 5, windowId: 1 } };
const CONTEXTS: Context[] = ['background', 'offscreen', 'page'];

/** The request that a handler was given last; it may be any. */
let handled: { request: unknown } | null = null;

for (const context of CONTEXTS) {
  const names = Object.keys(REQUEST_SCHEMAS[context]);
  const handlers = Object.fromEntries(names.map((name) => [name, (given: unknown) => void (handled = { request: given })]));
  answerCalls(context, handlers as unknown as Handlers<typeof context>);
}

const style = { name: 'a', source: { kind: 'built-in', file: 'starlit-swirls.jpg' } };
const VALID: Record<string, object | null> = {
  startJob: request(),
  preview: {
    id: '1',
    content: 'a',
    styles: [{ source: style.source, weight: 1 }],
    strength: 1,
    mask: null,
    size: 256,
    keepColors: 'none',
    priority: 'chosen',
    optimized: null,
    keep: false,
  },
  insertLayer: { tabId: 1, document: layer.document, image: 'a', name: 'a', x: 0, y: 0, width: 4, height: 4, above: null },
  takePicture: {
    name: 'a',
    png: null,
    address: 'https://example.org/a.png',
    visible: { x: 0, y: 0, width: 9, height: 9 },
    windowWidth: 800,
  },
  deliver: { task: 'style', name: 'a', picture: { image: 'a', width: 4, height: 4, from: 'page', address: null } },
  refine: { image: 'a', style, strength: 0.5 },
  captureLayer: { tabId: 3 },
  editorLayers: { tabId: 3 },
  pinJob: { id: 'a', pinned: true },
  cancelPreviews: { ids: ['a'] },
  exploreLayer: { id: 'a', source: { kind: 'own', id: 'b' }, layer: 'relu3_1' },
  rebuildLayer: { id: 'a', source: { kind: 'picture', image: 'b' }, layer: 'relu3_1', from: 'style' },
  cancelExploring: { id: 'a' },
};

const call = fc
  .constantFrom(...CONTEXTS)
  .chain((context) => fc.tuple(fc.constant(context), fc.constantFrom(...Object.keys(REQUEST_SCHEMAS[context]), 'constructor', '__proto__')))
  .chain(([context, name]) => {
    const valid = Object.hasOwn(VALID, name) ? VALID[name] : null;
    return fc.record({
      context: fc.constant(context),
      name: fc.constant(name),
      request: valid ? fc.oneof({ weight: 4, arbitrary: mutated(valid) }, odd) : odd,
      sender: fc.constantFrom(PANEL, PAGE),
    });
  });

export const MESSAGES = [
  entry('messages of a known form', call, async ({ sender, ...message }) => {
    handled = null;
    for (const answer of await answersTo(message, sender)) {
      if (!answer.ok) assertSentence(answer.failure.message);
    }
    const given = handled as { request: unknown } | null;
    if (!given) return;
    assert(sender === PANEL || message.context === 'page', 'A page reached what is the panel’s.');
    assertFinite(given.request);
  }),
  entry('messages of any form', fc.tuple(odd, fc.oneof(fc.constantFrom(PANEL, PAGE), fc.object())), async ([message, sender]) => {
    handled = null;
    for (const answer of await answersTo(message, sender)) if (!answer.ok) assertSentence(answer.failure.message);
    assert(handled === null, 'It was taken for a call.');
  }),
  entry(
    'jobs read back from the database',
    fc.oneof(mutated({ ...state({ status: 'done' }), result: result('g', [3, 2, 1]) }), mutated(state()), odd),
    (stored) => {
      const job = readableJob(stored);
      if (!job) return;
      for (const image of picturesOf(job)) assert(typeof image === 'string', 'A picture’s key is no text.');
      assertFinite(job.request.settings);
      for (const { name } of job.request.styles) name.trim();
      if (job.failure) assert(typeof job.failure.message === 'string', 'A failure without a sentence.');
    },
  ),
];

async function answersTo(message: unknown, sender: object): Promise<Answer[]> {
  const answers = listeners.map((listener) => listener(message, sender)).filter((answer) => answer !== undefined);
  return Promise.all(answers.map((answer) => answer as Promise<Answer>));
}
