import type { Handlers } from '../../protocol/calls';
import type { PageCalls } from '../../protocol/overlay-calls';
import { answerCalls } from '../../protocol/messages';
import { putInInbox } from '../../storage/inbox';
import { allowHost } from '../../picture-files/from-web';
import { takePicture } from '../pictures/take-picture';
import { failingInLanguage } from '../failing-in-language';
import { awakeWhileAnswering } from '../stay-awake';
import { inShare, noting, ofEarlierRun, ofPicture, ofRun, opening, ordered } from './page-rights';
import { originalForPage, previewForPage } from './preview-for-page';
import { forecast, orderRefinement, refine, refinement } from './refine';

type Delivery = Parameters<PageCalls['deliver']>[0];

/** Answers overlays in pages: each call by the right that docs/threat-model.md gives it. */
export function answerPages(): void {
  answerCalls('page', awakeWhileAnswering(failingInLanguage(pageHandlers)));
}

export const pageHandlers: Handlers<'page'> = {
  takePicture: inShare(ordered(noting('pictures', takePicture, ({ image }) => image))),
  deliver: inShare(ofPicture(({ picture }) => picture.image, deliver)),
  original: inShare(ofPicture(({ image }) => image, originalForPage)),
  preview: inShare(ofPicture(({ image }) => image, previewForPage)),
  forecast: inShare(ofPicture(({ image }) => image, ofEarlierRun(forecast))),
  refine: inShare(ofPicture(({ image }) => image, ofEarlierRun(noting('runs', refine, ({ id }) => id)))),
  // Asked again and again while a run lasts.
  refinement: ofRun(refinement),
  orderRefinement: ofRun(orderRefinement),
  openHistory: opening(ofRun(async ({ id }) => leaveInPanel({ kind: 'job', id }))),
  openPanel: opening(ordered(async () => null)),
  // The click counts only in the same turn in which the message arrives.
  allowHost: ({ address }) => allowHost(address).then((allowed) => ({ allowed })),
};

async function deliver({ task, picture, name, style }: Delivery): Promise<null> {
  const { image, width, height, address } = picture;
  return leaveInPanel({ kind: task, image, name, width, height, fullSizeAt: address, style });
}

async function leaveInPanel(item: Parameters<typeof putInInbox>[0]): Promise<null> {
  await putInInbox(item);
  return null;
}
