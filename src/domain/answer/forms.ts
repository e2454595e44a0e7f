/** Verbs in their forms: a rep writes "valide", "validez", "à valider", "validé", or lets a region speak. */

const endings = (stem: string, all: string): string[] => all.split(' ').map((end) => stem + end.replace('-', ''));

const joined = (forms: string[]): string => [...new Set(forms)].join('|');

/** French verbs in -er by their stems; folded, "validé" is "valide". */
export const er = (...stems: string[]): string =>
  joined(stems.flatMap((stem) => endings(stem, 'er e es ez ons ee ees erai erons')));

/** Spanish verbs in -ar: "aprob/aprueb", its third stem before an e: "rechaz//rechac". */
export const ar = (...verbs: string[]): string =>
  joined(
    verbs.flatMap((verb) => {
      const [stem = '', stressed, soft] = verb.split('/');
      const [strong, before] = [stressed || stem, soft || stressed || stem];
      return [
        ...endings(stem, 'ar a ad amos ado ada ados adas are aremos'),
        ...endings(strong, 'o a as an'),
        ...endings(before, 'e es en'),
        `${soft || stem}emos`,
      ];
    }),
  );

/** German verbs: "sperr" in "sperren, sperre, sperrt, gesperrt". */
export const en = (...stems: string[]): string =>
  joined(stems.flatMap((stem) => [...endings(stem, 'en e - t'), `ge${stem}t`]));

/** Every head before every tail. */
export const each = (heads: string, tails: string): string =>
  joined(heads.split('|').flatMap((head) => tails.split('|').map((tail) => `${head} ${tail}`)));
