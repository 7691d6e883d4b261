import type { Calendar } from '../citizens/calendar.ts';
import type { Citizen } from '../citizens/citizen.ts';
import type { Files } from '../citizens/files.ts';
import type { NewsItem } from './news.ts';
import type { ScopeView } from './scope-view.ts';

/** What is known when a supplier answers: whose file it is, and what day it is. */
export type Question = { citizen: Citizen; files: Files; calendar: Calendar };

export type Resource = {
  /** `data` of the answer; undefined: no file here (*dossier absent*). */
  answer: (question: Question) => object | undefined;
  /** What is good to know (*actualités*), expired items included: whoever shows them must look at the dates. */
  news?: (calendar: Calendar) => NewsItem[];
  /** What a citizen's own FranceConnect token shows of it; without, it is told to a signed assertion only. */
  franceConnect?: ScopeView;
  /** How old the data is: some funds answer live, others from last night's copy. */
  hoursOld?: number;
};

/** One supplier (*fournisseur de données*). */
export type Supplier = {
  id: string;
  /** As errors name it. */
  provider: string;
  /** The provider's error code for an absent file, and its words. */
  absent: { code: string; title: string };
  /** By path, below the supplier's base address. */
  resources: Readonly<Record<string, Resource>>;
};

/** The SIRET of who asks (*recipient*), without which API Particulier answers nobody. */
export const isRecipient = (url: URL): boolean => /^\d{14}$/.test(url.searchParams.get('recipient') ?? '');

export const unreferenced = { code: '35003', title: 'Personne non référencée' } as const;

/** The secret that the portal shows as Bearer. Invented: it opens nothing outside the sandbox. */
export const supplierKey = (id: string): string => `bac-a-sable-${id}`;
