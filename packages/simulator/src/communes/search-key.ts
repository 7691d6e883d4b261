/** Abbreviations that people write in the name of a commune. */
const WHOLE: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
};

/** Articles that begin a name and that nobody types: *Le Havre* is looked for under H. */
const ARTICLES = new Set(['l', 'le', 'la', 'les']);

/**
 * A commune's name as it is looked for: without accents, hyphens, apostrophes, capitals or a first article, with *St*
 * written out. The same for what a person types and for the index.
 */
export function searchKey(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => WHOLE[word] ?? word);
  const [first, ...rest] = words;
  return first !== undefined && rest.length > 0 && ARTICLES.has(first) ? rest.join(' ') : words.join(' ');
}
