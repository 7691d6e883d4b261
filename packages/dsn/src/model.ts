/**
 * What a *dépôt DSN* says, as far as salaries need it: shared by the reader, the writer, and those who keep or invent
 * deposits. It holds no name, no address and no date of birth, because nobody here has a use for them.
 *
 * Amounts are integer euro cents (`-12.3` is -1230), negative where something is taken back. Hours, quotas and
 * measures are hundredths of their unit (151.67 h is 15167). Days are `YYYY-MM-DD`, months `YYYY-MM`. Codes keep
 * their official values, which may be newer than this file: but for the declaration's own, none is checked against a
 * list. null: not said; never to be read as 0.
 */

/** *Numéro de version de la norme* (S10.G00.00.006). */
export type Norm = 'P25V01' | 'P26V01';

/** *Envoi* (S10): what stands at the head of a deposit. */
export type DepositHeader = {
  norm: Norm;
  /** *Fichier d'essai* (S10.G00.00.005 = 01): nothing in it was declared. */
  test: boolean;
  /** *Type de l'envoi* (.008): 01 normal, 02 *néant*. */
  type: string | null;
  /** *Point de dépôt* (.007): 01 Net-entreprises, 02 MSA. */
  point: string | null;
  /** *Émetteur* (S10.G00.01.001 and .002): who made the file, the employer or somebody who declares for it. */
  senderSiren: string | null;
  senderNic: string | null;
};

/**
 * *Nature de la déclaration* (S20.G00.05.001): 01 monthly, 04 sick leave, 05 return from it, 07 end of contract (FCTU),
 * 08 start-up of variable data, 09 *DSN de substitution* (made by Urssaf or MSA in the employer's place), 10 announced
 * hire (of which only the header is read, and blocks are counted).
 */
export type Nature = '01' | '04' | '05' | '07' | '08' | '09' | '10';

/**
 * *Type de la déclaration* (S20.G00.05.002): 01 normal, 02 normal without individual, 03 *annule et remplace intégral*,
 * 04 *annule*, 05 *annule et remplace* without individual.
 */
export type DeclarationType = '01' | '02' | '03' | '04' | '05';

/** *Champ de la déclaration* (S20.G00.05.008): 01 whole, 02 farm scheme only, 03 general scheme only. */
export type Scope = '01' | '02' | '03';

/**
 * One declaration's head: S20.G00.05, S21.G00.06 and S21.G00.11. Its key is `siret` + `month` + `fraction` + `scope`,
 * of which the one with the highest `order` holds.
 */
export type DeclarationHeader = {
  /** Where it begins in the file, counted from 1. The writer does not look at it. */
  line: number;
  nature: Nature;
  type: DeclarationType;
  /** *Numéro de fraction* (.003), `NT`: the Nth of T, `11` for a whole one. */
  fraction: string;
  /** *Numéro d'ordre* (.004), up to 15 digits. */
  order: number;
  /** *Mois principal déclaré* (.005). Always there in natures 01 and 09; events have none. */
  month: string | null;
  /** *Date de constitution du fichier* (.007). */
  declaredOn: string;
  /** Always there in natures 01 and 09. */
  scope: Scope | null;
  /** *Identifiant de la déclaration annulée ou remplacée* (.006). */
  cancelledId: string | null;
  /** *Identifiant métier* (.009). */
  businessId: string | null;
  /** *Type de DSN de substitution* (.013): 01 after an audit, 02 after a CRM, 03 after illegal work. */
  substitution: string | null;
  /** *SIREN* (S21.G00.06.001) and *NIC* (S21.G00.11.001) together, 14 digits. */
  siret: string;
};

/** *Individu* (S21.G00.30). At least one of `nir` and `ntt` is there. */
export type Individual = {
  /** Where it begins in the file, counted from 1. The writer does not look at it. */
  line: number;
  /** *Numéro d'inscription au répertoire* (.001): 13 characters without its key, `2A`/`2B` for Corsica. */
  nir: string | null;
  /** *Numéro technique temporaire* (.020), until the person has a NIR. */
  ntt: string | null;
  identityChanges: IdentityChange[];
  contracts: Contract[];
  payments: Payment[];
};

/** *Changements Individu* (S21.G00.31). */
export type IdentityChange = {
  /** *Date de la modification* (.001). */
  on: string;
  /** *Ancien NIR* (.008). null: another thing changed, such as a name. */
  formerNir: string | null;
};

/** *Contrat* (S21.G00.40). */
export type Contract = {
  /** *Numéro du contrat* (.009), the employer's own: what a payment's lines name. */
  number: string;
  /** *Date de début* (.001). */
  from: string;
  /** *Nature du contrat* (.007): 01 CDI, 02 CDD, 03 interim… */
  nature: string | null;
  /** *Dispositif de politique publique* (.008): 64 and 65 apprenticeships, 99 none… */
  policy: string | null;
  /** *Date de fin prévisionnelle* (.010). */
  plannedUntil: string | null;
  /** *Unité de mesure de la quotité* (.011): 10 hour, 12 day, 20 day package, 21 hour package, 31 *pige*… */
  unit: string | null;
  /** *Quotité de référence de l'entreprise* (.012), hundredths of the unit: a full-time post. */
  referenceQuota: number | null;
  /** *Quotité du contrat* (.013), hundredths of the unit. */
  quota: number | null;
  /** *Modalité d'exercice du temps de travail* (.014): 10 full time, 20 part time… */
  workTime: string | null;
  /** *Identifiant du lieu de travail* (.019): most often a SIRET. */
  workplace: string | null;
  changes: ContractChange[];
  leaves: Leave[];
  ends: ContractEnd[];
  suspensions: Suspension[];
};

/** *Changements Contrat* (S21.G00.41): the values before the change; null where that value did not change. */
export type ContractChange = {
  /** *Date de la modification* (.001). */
  on: string;
  /** *Ancienne nature* (.004). */
  formerNature: string | null;
  /** *Ancienne quotité* (.007), hundredths of the unit. */
  formerQuota: number | null;
  /** *SIRET de l'ancien établissement d'affectation* (.012). */
  formerSiret: string | null;
  /** *Ancien numéro du contrat* (.014). */
  formerNumber: string | null;
  /** *Ancienne date de début* (.021). */
  formerFrom: string | null;
  /** *Profondeur de recalcul de la paie* (.028): pay was computed again from this day on. */
  recalculatedFrom: string | null;
};

/** *Arrêt de travail* (S21.G00.60). */
export type Leave = {
  /** *Motif de l'arrêt* (.001): 01 sickness, 02 maternity, 03 paternity, 06 work accident… */
  motive: string;
  /** *Dernier jour travaillé* (.002): the leave begins on the day after. */
  lastWorkedOn: string;
  /** *Date de fin prévisionnelle* (.003). */
  plannedUntil: string | null;
  /** *Subrogation* (.004): 01 the employer is paid the daily allowances, 02 it is not. */
  subrogation: string | null;
  /** *Date de la reprise* (.010). */
  resumedOn: string | null;
};

/** *Fin du contrat* (S21.G00.62). */
export type ContractEnd = {
  /** *Date de fin* (.001). */
  on: string;
  /** *Motif de la rupture* (.002): 031 end of a CDD, 059 resignation… 099 takes an end back that was declared before. */
  motive: string;
};

/** *Autre suspension de l'exécution du contrat* (S21.G00.65). */
export type Suspension = {
  /** *Motif* (.001): 200 paid leave, 501 unpaid leave, 602 short-time work… */
  motive: string;
  /** *Début* and *fin* (.002, .003). */
  from: string;
  until: string | null;
};

/** *Versement individu* (S21.G00.50). It belongs to the person: its lines say by number which contract they are of. */
export type Payment = {
  /** *Date de versement* (.001): its month is the one that benefits count. */
  paidOn: string;
  /** *Numéro de versement* (.003). */
  number: number | null;
  /** *Rémunération nette fiscale* (.002), cents. */
  netTaxable: number | null;
  /** *Montant net versé* (.004), cents. */
  netPaid: number | null;
  /** *Montant de prélèvement à la source* (.009), cents. */
  withheldTax: number | null;
  remunerations: Remuneration[];
  bonuses: Bonus[];
  otherIncomes: OtherIncome[];
  taxCorrections: TaxCorrection[];
  nets: Net[];
  bases: Base[];
};

/** *Régularisation de prélèvement à la source* (S21.G00.56): what was wrong in the payment of an earlier month. */
export type TaxCorrection = {
  /** *Mois de l'erreur* (.001): the *mois principal déclaré* of the declaration that was wrong. */
  month: string;
  /** *Type d'erreur* (.002): 01 and 04 net taxable, 02 rate, 03 something to be paid back. */
  type: string;
  /** *Régularisation de la rémunération nette fiscale* (.003), cents: by how much more it should have been. */
  netTaxable: number | null;
};

/** *Rémunération* (S21.G00.51). */
export type Remuneration = {
  /** *Période de paie* (.001, .002). In the past, it is a correction. */
  from: string;
  until: string;
  /** *Numéro du contrat* (.010). */
  contract: string;
  /** *Type* (.011): 001 gross, not capped; 002 gross for unemployment insurance; 003 restored; 010 base salary… */
  type: string;
  /** *Nombre d'heures* (.012), hundredths. */
  hours: number | null;
  /** *Montant* (.013), cents. */
  amount: number;
  activities: Activity[];
};

/** *Activité* (S21.G00.53). */
export type Activity = {
  /** *Type* (.001): 01 paid work, 02 absence. */
  type: string;
  /** *Mesure* (.002), hundredths of the unit. */
  measure: number;
  /** *Unité de mesure* (.003): 10 hour, 12 day… */
  unit: string | null;
};

/** *Prime, gratification et indemnité* (S21.G00.52). */
export type Bonus = {
  /** *Type* (.001): 020 paid-leave indemnity, 026 to 028 bonuses, 904 to 906 value sharing… */
  type: string;
  /** *Montant* (.002), cents. */
  amount: number;
  /** *Période de rattachement* (.003, .004). */
  from: string | null;
  until: string | null;
  /** *Numéro du contrat* (.006). */
  contract: string | null;
};

/** *Autre élément de revenu brut* (S21.G00.54). */
export type OtherIncome = {
  /** *Type* (.001): 02 meals, 03 housing, 11 and 12 profit-sharing, 18 transport… */
  type: string;
  /** *Montant* (.002), cents. */
  amount: number;
  /** *Période de rattachement* (.003, .004). */
  from: string | null;
  until: string | null;
  /** *Numéro de contrat* (.005). */
  contract: string | null;
};

/** *Élément de revenu calculé en net* (S21.G00.58). */
export type Net = {
  /** *Type* (.003): 03 *montant net social*; 01 tax-exempt overtime; 10 allowances in the net social… */
  type: string;
  /** *Période de rattachement* (.001, .002). */
  from: string;
  until: string;
  /** *Montant* (.004), cents. */
  amount: number;
};

/** *Base assujettie* (S21.G00.78). */
export type Base = {
  /** *Code de base assujettie* (.001): 03 uncapped, the usual gross; 02 capped; 04 CSG; 07 unemployment… */
  code: string;
  /** *Période de rattachement* (.002, .003). */
  from: string;
  until: string;
  /** *Montant* (.004), cents. null: its components alone carry amounts. */
  amount: number | null;
  /** *Numéro du contrat* (.006). */
  contract: string | null;
  /** *Identifiant du CRM à l'origine de la régularisation* (.007): the report of an anomaly that this answers. */
  crm: string | null;
};

/** A whole declaration and a whole deposit: what the writer takes. Lists may be made while they are written. */
export type Declaration = DeclarationHeader & { individuals: Iterable<Individual> };
export type Deposit = DepositHeader & { declarations: Iterable<Declaration> };
