/** A right answer of the monthly resources scheme: unmistakable figures, in twelve months that end with September 2026. */
export const SALAIRES = {
  date_situation: '2026-11-22T08:30:00Z',
  dernier_mois_declare: '2026-09',
  mois: [
    ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
  ],
  mois_attendus: ['2026-10', '2026-11'],
  employeurs: [
    {
      siret: '00000000100018',
      contrats: [
        {
          id: 'contrat-de-canari-1',
          nature: '01',
          date_debut: '2026-09-01',
          quotite_pour_mille: 1000,
          mois: [
            ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map(
              closed,
            ),
            ...['2026-06', '2026-07', '2026-08'].map(closed),
            {
              id: 'ligne-de-canari-2026-09',
              mois: '2026-09',
              etat: 'rectifie',
              montant_net_social: 4711.42,
              brut: 5200,
              heures: 151.67,
              dates_versement: ['2026-09-30'],
              primes: [{ code: '027', montant: -12.05, date_debut: '2026-01-01' }],
              absences: [{ motif: '01', date_debut: '2026-09-07', date_fin: '2026-09-09' }],
              rectifications: [
                {
                  mesure: 'montant_net_social',
                  avant: 4811.42,
                  apres: 4711.42,
                  mois_declaration: '2026-10',
                  date_declaration: '2026-11-05',
                  origine: 'regularisation',
                },
              ],
            },
            ...['2026-10', '2026-11'].map((mois) => ({
              id: `ligne-de-canari-${mois}`,
              mois,
              etat: 'en_attente',
            })),
          ],
        },
      ],
    },
  ],
  autres_revenus: [
    {
      id: 'revenu-de-canari-2026-08',
      nature: 'chomage',
      payeur: 'departement-exemple',
      mois: '2026-08',
      montant_net_social: 912.3,
    },
  ],
};

function closed(mois: string) {
  return { id: `ligne-de-canari-${mois}`, mois, etat: 'clos' };
}
