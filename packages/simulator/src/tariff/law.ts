/** A text of law, to be shown as it is cited and followed as a link. */
export interface LegalText {
  readonly text: string;
  readonly url: string;
}

/**
 * An article of a code. The link leads to the code at Légifrance: its own links to articles name a dated version of
 * each, which would be another one after every change.
 */
const codeOf = (name: string, id: string) => {
  const url = `https://www.legifrance.gouv.fr/codes/texte_lc/${id}/`;
  return (articles: string): LegalText => ({ text: `${name}, art. ${articles}`, url });
};

/** *Code de la sécurité sociale*. */
export const css = codeOf('CSS', 'LEGITEXT000006073189');
/** *Code de l’action sociale et des familles*. */
export const casf = codeOf('CASF', 'LEGITEXT000006074069');
/** *Code de la construction et de l’habitation*. */
export const cch = codeOf('CCH', 'LEGITEXT000006074096');
/** *Code du travail*. */
export const labour = codeOf('Code du travail', 'LEGITEXT000006072050');
/** *Code général des impôts*. */
export const cgi = codeOf('CGI', 'LEGITEXT000006069577');
/** *Code monétaire et financier*. */
export const monetary = codeOf('Code monétaire et financier', 'LEGITEXT000006072026');
/** *Code de l’énergie*. */
export const energy = codeOf('Code de l’énergie', 'LEGITEXT000023983208');

/** A text of the *Journal officiel*, by its number at Légifrance. */
export const jo = (text: string, id: string): LegalText => ({
  text,
  url: `https://www.legifrance.gouv.fr/jorf/id/JORFTEXT${id}`,
});
