import { EPCI_MEMBERS } from './epci-members.ts';
import type { Territory } from './local-benefit.ts';

/** Régions and their départements (INSEE codes, since 2016). */
const REGIONS: Readonly<Record<string, string>> = {
  '01': '971',
  '02': '972',
  '03': '973',
  '04': '974',
  '06': '976',
  '11': '75 77 78 91 92 93 94 95',
  '24': '18 28 36 37 41 45',
  '27': '21 25 39 58 70 71 89 90',
  '28': '14 27 50 61 76',
  '32': '02 59 60 62 80',
  '44': '08 10 51 52 54 55 57 67 68 88',
  '52': '44 49 53 72 85',
  '53': '22 29 35 56',
  '75': '16 17 19 23 24 33 40 47 64 79 86 87',
  '76': '09 11 12 30 31 32 34 46 48 65 66 81 82',
  '84': '01 03 07 15 26 38 42 43 63 69 73 74',
  '93': '04 05 06 13 83 84',
  '94': '2A 2B',
};

/** Paris, Lyon and Marseille by the code of the city, which municipal arrondissements are part of. */
export function cityOf(insee: string): string {
  if (/^751(0[1-9]|1\d|20)$/.test(insee)) return '75056';
  if (/^6938[1-9]$/.test(insee)) return '69123';
  if (/^132(0[1-9]|1[0-6])$/.test(insee)) return '13055';
  return insee;
}

export const departementOf = (insee: string): string => insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);

/** Every territory that a commune lies in, the widest first. */
export function territoriesOf(insee: string): Territory[] {
  const commune = cityOf(insee);
  const departement = departementOf(commune);
  const region = Object.keys(REGIONS).find((code) => REGIONS[code]?.split(' ').includes(departement));
  const epcis = Object.keys(EPCI_MEMBERS).filter((siren) =>
    EPCI_MEMBERS[siren]?.split(' ').includes(commune),
  );
  return [
    ...(region === undefined ? [] : [{ level: 'region' as const, code: region }]),
    { level: 'departement', code: departement },
    ...epcis.map((code) => ({ level: 'epci' as const, code })),
    { level: 'commune', code: commune },
  ];
}
