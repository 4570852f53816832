import { finding, findInLayer, found } from '../../state/brush/find';
import type { Findable } from '../../../protocol/found-masks';
import { Button } from '../../../ui/Button';
import { translate } from '../../../texts/translate';

const NAMES: Record<Findable, string> = { faces: translate`Faces`, subject: translate`Subject`, background: translate`Background` };
const LOOKING: Record<Findable, string> = {
  faces: translate`Looking for faces…`,
  subject: translate`Looking for the subject…`,
  background: translate`Looking for the background…`,
};
const FOUND: Record<Findable, string> = {
  faces: translate`Faces are painted into the mask.`,
  subject: translate`The subject is painted into the mask.`,
  background: translate`The background is painted into the mask.`,
};
const CHOICES: readonly Findable[] = ['faces', 'subject', 'background'];

/** Masks by one click, found on this machine. */
export function FindButtons() {
  const said = finding.value ? LOOKING[finding.value] : found.value ? FOUND[found.value] : '';
  return (
    <div class="brush-find">
      <div class="brush-buttons" role="group" aria-label={translate`Paint what is found`}>
        {CHOICES.map((what) => (
          <Button key={what} kind="quiet" testId={`find-${what}`} onClick={() => void findInLayer(what)}>
            {NAMES[what]}
          </Button>
        ))}
      </div>
      <p class="explanation" role="status" data-testid="find-status">
        {said}
      </p>
    </div>
  );
}
