import type { Caller, Handlers } from '../../protocol/calls';
import type { PageCalls } from '../../protocol/overlay-calls';
import { answerCalls } from '../../protocol/messages';
import { putInInbox } from '../../storage/inbox';
import { allowHost } from '../../picture-files/from-web';
import { takePicture } from '../pictures/take-picture';
import { failingInLanguage } from '../failing-in-language';
import { awakeWhileAnswering } from '../stay-awake';
import { FairShare } from './fair-share';
import { assertOrdered } from './ordered-pages';
import { previewForPage } from './preview-for-page';
import { cancelRefinement, refine, refinement } from './refine';

type Delivery = Parameters<PageCalls['deliver']>[0];

/** Answers overlays in pages. */
export function answerPages(): void {
  const handlers: Handlers<'page'> = {
    takePicture: ordered(takePicture),
    deliver: ordered(deliver),
    preview: ordered(previewForPage),
    refine: ordered(refine),
    refinement,
    cancelRefinement,
    // The click counts only in the same turn in which the message arrives.
    allowHost: ({ address }) => allowHost(address).then((allowed) => ({ allowed })),
  };
  answerCalls('page', awakeWhileAnswering(failingInLanguage(handlers)));
}

const share = new FairShare();

/** Only where the user asked for it, and only as much as a user asks for. */
function ordered<Request, Result>(
  handler: (request: Request, caller: Caller) => Promise<Result>,
): (request: Request, caller: Caller) => Promise<Result> {
  return (request, caller) =>
    share.within(caller.tabId, async () => {
      await assertOrdered(caller);
      return handler(request, caller);
    });
}

async function deliver({ task, picture, name }: Delivery): Promise<null> {
  const { image, width, height, address } = picture;
  await putInInbox({ kind: task, image, name, width, height, fullSizeAt: address });
  return null;
}
