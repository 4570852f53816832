import { SENTENCES, type EditorErrorCode, type SentenceKey } from './sentences';

export type { EditorErrorCode } from './sentences';

/** What went wrong in an editor; the message is one sentence for the user that says what to do. */
export class EditorError extends Error {
  constructor(
    readonly sentence: SentenceKey,
    /** The page's own, such as a layer's name. */
    readonly words = '',
  ) {
    super(SENTENCES[sentence].says(quotable(words)));
    this.name = 'EditorError';
  }

  get code(): EditorErrorCode {
    return SENTENCES[this.sentence].code;
  }
}

/** Nothing in a quotation ends it. */
function quotable(words: string): string {
  return words.replace(/[“”„«»"]/g, '’');
}
