/** A note that a rep or an admin marks as public: any prospect may read it. */

/** Characters. */
export const noteLimit = 2_000;

export const noteRule = 'holds characters that are no plain text';

/** Text as people type it: nothing that nobody sees, and no line end but "\n". */
export const isPlainNote = (text: string): boolean => text.isWellFormed() && !/[^\P{C}\n\t]/u.test(text);
