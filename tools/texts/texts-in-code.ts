import ts from 'typescript';

export interface FoundText {
  /** As `_locales` writes it: $1 … $9 where values stand. */
  english: string;
  /** The file that holds it. */
  place: string;
}

/** The texts of one source that are marked with translate`…` or given to translateText('…'). */
export function markedTexts(place: string, source: string): FoundText[] {
  return collect(place, source, (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'translate') return node.template;
    if (ts.isCallExpression(node) && node.expression.getText() === 'translateText') return node.arguments[0] ?? null;
    return null;
  });
}

/**
 * The sentences of one source that knows nothing of translation, such as those that errors carry; where they are shown,
 * src/texts/translate-sentence.ts recognises them.
 */
export function sentencesIn(place: string, source: string): FoundText[] {
  return collect(place, source, (node) => (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node : null)).filter(
    ({ english }) => isForPeople(english),
  );
}

/** Words that begin as sentences or their subjects do, and nothing that only code has. */
function isForPeople(english: string): boolean {
  return /^(“?([A-Z]|\$1)|an? |the )/.test(english) && /\p{L}{2}.* /u.test(english) && !/[{}<>=|\n\\]|^\$1 \$2$/.test(english);
}

function collect(place: string, source: string, literalOf: (node: ts.Node) => ts.Node | null): FoundText[] {
  const file = ts.createSourceFile(place, source, ts.ScriptTarget.Latest, true, place.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: FoundText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const literal = literalOf(node);
    const english = literal && englishOf(literal);
    if (english) found.push({ english, place });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function englishOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return dollars(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  return node.templateSpans.reduce((text, { literal }, i) => `${text}$${i + 1}${dollars(literal.text)}`, dollars(node.head.text));
}

function dollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}
