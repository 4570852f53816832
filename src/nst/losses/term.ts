import type { LossParts } from '../report';
import type { Loss } from './loss';

/** A loss with its place in J(G) = α·J_content + β·J_style + tvWeight·TV. */
export interface Term {
  kind: 'content' | 'style';
  /** As in the settings, such as "gram"; several regions and layers have terms of one name. */
  name: string;
  /** Where it looks at a single layer. */
  layer: string | null;
  /** Within J_content or J_style. */
  weight: number;
  loss: Loss;
}

/** Their sums, by kind, layer and name, from each term's own loss. */
export function partsOfTerms(
  terms: readonly Term[],
  values: readonly number[],
): Pick<LossParts, 'content' | 'style' | 'perLayer' | 'perTerm'> {
  const parts: ReturnType<typeof partsOfTerms> = {
    content: 0,
    style: 0,
    perLayer: { content: {}, style: {} },
    perTerm: { content: {}, style: {} },
  };
  terms.forEach(({ kind, name, layer, weight }, i) => {
    parts[kind] += weight * values[i];
    addTo(parts.perTerm[kind], name, weight * values[i]);
    if (layer !== null) addTo(parts.perLayer[kind], layer, values[i]);
  });
  return parts;
}

/** Several regions' losses at one layer add up. */
function addTo(sums: Record<string, number>, key: string, value: number): void {
  sums[key] = (sums[key] ?? 0) + value;
}
