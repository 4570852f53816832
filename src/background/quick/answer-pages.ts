import type { Handlers } from '../../protocol/calls';
import { answerCalls } from '../../protocol/messages';
import { putInInbox } from '../../storage/inbox';
import { allowHost } from '../../picture-files/from-web';
import { takePicture } from '../pictures/take-picture';
import { awakeWhileAnswering } from '../stay-awake';
import { previewForPage } from './preview-for-page';
import { cancelRefinement, refine, refinement } from './refine';

/** Answers overlays in pages. */
export function answerPages(): void {
  const handlers: Handlers<'page'> = {
    takePicture,
    async deliver({ task, picture, name }) {
      const { image, width, height, address } = picture;
      await putInInbox({ kind: task, image, name, width, height, fullSizeAt: address });
      return null;
    },
    preview: previewForPage,
    refine,
    refinement,
    cancelRefinement,
    // The click counts only in the same turn in which the message arrives.
    allowHost: ({ address }) => allowHost(address).then((allowed) => ({ allowed })),
  };
  answerCalls('page', awakeWhileAnswering(handlers));
}
