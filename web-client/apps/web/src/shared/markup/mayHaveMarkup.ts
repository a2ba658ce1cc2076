/** A cheap look before the parser is asked: without any of this a text is all words. */
const SIGNS = /[*_`@]|~~|:\/\/|www\.|\]\(|^[ \t]*(?:>|-[ \t]|\d+[.)][ \t])/im;

/** Nobody nests as deep as this; whoever does is shown what they typed. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[*-][ \t]|\d+[.)][ \t])){6,}/m;

export function mayHaveMarkup(text: string): boolean {
  return SIGNS.test(text) && !TOO_DEEP.test(text);
}
