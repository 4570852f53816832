import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { exploredLayer } from '../state/explorer/explored-picture';
import { hasRole, isLastOf, toggleRole, type LayerRole } from '../state/explorer/layer-roles';

const NAMES: Record<LayerRole, string> = { contentLayers: translate`Content layer`, styleLayers: translate`Style layer` };
const LAST: Record<LayerRole, string> = {
  contentLayers: translate`It is the only content layer; make another layer one before you leave it out.`,
  styleLayers: translate`It is the only style layer; make another layer one before you leave it out.`,
};
const ROLES: readonly LayerRole[] = ['contentLayers', 'styleLayers'];

/** Whether the settings compare content or style at this layer; a click changes it. */
export function LayerRoles() {
  const layer = exploredLayer.value;
  const last = ROLES.filter((role) => isLastOf(role, layer));
  return (
    <div>
      <div class="layer-roles" role="group" aria-label={translate`What the settings compare at this layer`}>
        {ROLES.map((role) => {
          const has = hasRole(role, layer);
          return (
            <Button
              key={role}
              icon={has ? 'check' : 'plus'}
              pressed={has}
              disabled={last.includes(role)}
              testId={`explored-${role}`}
              describedBy={last.includes(role) ? `last-${role}` : undefined}
              onClick={() => toggleRole(role, layer)}
            >
              {NAMES[role]}
            </Button>
          );
        })}
      </div>
      {last.map((role) => (
        <p key={role} id={`last-${role}`} class="explanation">
          {LAST[role]}
        </p>
      ))}
    </div>
  );
}
