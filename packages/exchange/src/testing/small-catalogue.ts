import { parseCatalogue } from '../catalogue/load.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** A whole catalogue, as small as it can be while having each kind of thing. */
export const SMALL_CATALOGUE = `
portal:
  siret: "00000000000000"
registries:
  nir:
    url: \${SUPPLIERS}/sngi/v1/certification
    key: \${KEY}
    timeoutMs: 800
  affiliations:
    url: \${SUPPLIERS}/affiliations/v1/affiliations
    key: \${KEY}
    timeoutMs: 800
partners:
  - id: cnaf
    name: Cnaf
    url: \${SUPPLIERS}/cnaf
    key: \${KEY}
  - id: msa
    name: MSA
    url: \${SUPPLIERS}/msa
    key: \${KEY}
  - id: carsat
    name: Assurance retraite
    url: \${SUPPLIERS}/carsat
    key: \${KEY}
  - id: info-retraite
    name: Info Retraite
    url: \${SUPPLIERS}/info-retraite
    key: \${KEY}
  - id: departement
    name: Département
    url: \${SUPPLIERS}/departement
    key: \${KEY}
  - id: urssaf
    name: Urssaf
  - id: ressources
    name: Ressources mensuelles
    url: \${SUPPLIERS}/ressources
    key: \${KEY}
services:
  - id: rights.health
    mode: acquisition
    guaranteedMs: 3000
  - id: rights.family
    mode: acquisition
    guaranteedMs: 3000
  - id: rights.housing
    mode: acquisition
    guaranteedMs: 3000
  - id: rights.solidarity
    mode: acquisition
    guaranteedMs: 3000
  - id: rights.retirement
    mode: acquisition
    guaranteedMs: 3000
  - id: rights.employment
    mode: acquisition
    guaranteedMs: 3000
  - id: salaries
    mode: acquisition
    guaranteedMs: 3000
    organisations: [urssaf, msa-exemple]
  - id: household
    mode: acquisition
    guaranteedMs: 3000
memberships:
  - partner: cnaf
    service: rights.family
    state: active
    approvedBy: Convention 1
    since: 2026-01-05
    timeoutMs: 500
  - partner: msa
    service: rights.family
    state: active
    approvedBy: Convention 2
    since: 2026-01-05
  - partner: msa
    service: rights.retirement
    state: suspended
    approvedBy: Convention 3
    since: 2026-01-05
  - partner: msa
    service: rights.housing
    state: active
    approvedBy: Convention 4, from next year on
    since: 2027-01-01
  - partner: carsat
    service: rights.retirement
    state: active
    approvedBy: Convention 5
    since: 2026-01-05
  - partner: info-retraite
    service: rights.retirement
    state: active
    approvedBy: Convention 6
    since: 2026-01-05
  - partner: departement
    service: rights.solidarity
    state: active
    approvedBy: Convention 7
    since: 2026-01-05
  - partner: cnaf
    service: rights.solidarity
    state: active
    approvedBy: Convention 8
    since: 2026-01-05
  - partner: ressources
    service: salaries
    state: active
    approvedBy: Convention 9
    since: 2026-01-05
    timeoutMs: 500
  - partner: cnaf
    service: household
    state: active
    approvedBy: Convention 10
    since: 2026-01-05
    timeoutMs: 500
  - partner: urssaf
    service: rights.employment
    state: planned
organisations:
  - id: caf-exemple
    name: Caf de l’Exemple
    scheme: general
    phone: "32 30"
    hours:
      - { from: 1, to: 5, opens: "09:00", closes: "16:30" }
    address: ["1 place de l’Exemple"]
    links:
      account: caf.account
  - id: msa-exemple
    name: MSA de l’Exemple
    scheme: agricultural
    phone: null
    hours: []
    address: []
    links: {}
  - id: carsat-exemple
    name: Carsat de l’Exemple
    scheme: general
    phone: null
    hours: []
    address: []
    links: {}
  - id: info-retraite
    name: Info Retraite
    scheme: null
    phone: null
    hours: []
    address: []
    links: {}
  - id: agirc-arrco
    name: Agirc-Arrco
    scheme: null
    phone: null
    hours: []
    address: []
    links: {}
  - id: departement-exemple
    name: Département de l’Exemple
    scheme: null
    phone: null
    hours: []
    address: []
    links: {}
  - id: urssaf
    name: Urssaf
    scheme: self-employed
    phone: null
    hours: []
    address: []
    links: {}
links:
  caf.account: https://www.caf.exemple/mon-compte
  caf.change: https://wwwd.caf.exemple/changement
  msa.change: https://www.msa.exemple/changement
  urssaf.declare: https://www.urssaf.exemple/declarer
  simulator: https://www.mesdroitssociaux.gouv.fr
  france-services: https://www.france-services.gouv.fr
procedures:
  - partner: cnaf
    service: rights.family
    links:
      report-change: caf.change
      declare-birth: caf.change
  - partner: msa
    service: rights.family
    links:
      report-change: msa.change
  - partner: urssaf
    service: rights.employment
    links:
      declare-self-employed-income: urssaf.declare
portalLinks:
  simulate: simulator
  counters: france-services
`;

export const SUPPLIER_KEY = 'cle-d-essai-7f3a';

/** The small catalogue, its suppliers behind `base` (an address of this machine). */
export function smallCatalogue(base = 'http://127.0.0.1:9', edit = (text: string) => text): Catalogue {
  return parseCatalogue(edit(SMALL_CATALOGUE), {
    file: 'small.yaml',
    env: { SUPPLIERS: base, KEY: SUPPLIER_KEY },
    sandbox: true,
  });
}
