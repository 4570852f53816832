import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { labelOf } from '../../preferences/setting-texts';
import { exploredLayer } from '../state/explorer/explored-picture';
import { hasRole, isLastOf, switchedOffBy, toggleRole, type LayerRole } from '../state/explorer/layer-roles';

const NAMES: Record<LayerRole, string> = { contentLayers: translate`Content layer`, styleLayers: translate`Style layer` };
const LAST: Record<LayerRole, string> = {
  contentLayers: translate`It is the only content layer; make another layer one before you leave it out.`,
  styleLayers: translate`It is the only style layer; make another layer one before you leave it out.`,
};
const OFF: Record<LayerRole, (setting: string) => string> = {
  contentLayers: (setting) => translate`No content layer counts now: “${setting}” switches them off.`,
  styleLayers: (setting) => translate`No style layer counts now: “${setting}” switches them off.`,
};
const ROLES: readonly LayerRole[] = ['contentLayers', 'styleLayers'];

/** Whether the settings compare content or style at this layer; a click changes it. */
export function LayerRoles() {
  const layer = exploredLayer.value;
  const last = ROLES.filter((role) => isLastOf(role, layer));
  const off = ROLES.flatMap((role) => {
    const setting = switchedOffBy(role);
    return setting ? [[role, OFF[role](labelOf(setting))] as const] : [];
  });
  const describedBy = (role: LayerRole): string | undefined =>
    [last.includes(role) && `last-${role}`, off.some(([one]) => one === role) && `off-${role}`].filter(Boolean).join(' ') || undefined;
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
              describedBy={describedBy(role)}
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
      {off.map(([role, sentence]) => (
        <p key={role} id={`off-${role}`} class="explanation" data-testid={`off-${role}`}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
