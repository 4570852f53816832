import { explored, isLooking, isRebuilt, rebuilding } from '../state/explorer/explorer';
import { translate } from '../../texts/translate';
import { exploredLayer, explorerBlocker } from '../state/explorer/explored-picture';

/** What happens, in one sentence; read out when it changes. */
export function ExplorerStatus() {
  return (
    <p class="explanation" role="status" data-testid="explorer-status">
      {sentence()}
    </p>
  );
}

function sentence(): string {
  const layer = exploredLayer.value;
  if (explorerBlocker.value) return explorerBlocker.value;
  if (isLooking.value) return translate`Looking at the picture through ${layer}…`;
  if (rebuilding.value?.from === 'content') return translate`Rebuilding the picture from the content of ${layer}, beginning with noise…`;
  if (rebuilding.value?.from === 'style') return translate`Rebuilding the picture from the style up to ${layer}, beginning with noise…`;
  if (!explored.value) return '';
  return isRebuilt.value ? translate`The picture is rebuilt from ${layer}.` : translate`The strongest channels of ${layer} are shown.`;
}
