import { selectedStyle } from '../state/styles/styles';
import { OwnStyleControls } from './OwnStyleControls';
import { StyleMarks } from './StyleMarks';
import { translate } from '../../texts/translate';

/** The chosen style, larger. */
export function SelectedStyle() {
  const style = selectedStyle.value;
  if (!style) {
    return (
      <div class="selected-style" data-testid="selected-style">
        <div class="selected-picture" />
        <p class="muted">{translate`Choose a style below, or add your own.`}</p>
      </div>
    );
  }
  return (
    <div class="selected-style" data-testid="selected-style">
      <img class="selected-picture" src={style.imageUrl} alt={style.name} />
      <div class="selected-text">{style.own ? <OwnStyleControls key={style.id} own={style.own} /> : <BuiltInText {...style} />}</div>
      <StyleMarks key={`${style.id}-marks`} style={style} />
    </div>
  );
}

function BuiltInText({ name, description }: { name: string; description: string }) {
  return (
    <>
      <strong>{name}</strong>
      <p class="muted">{description}</p>
    </>
  );
}
