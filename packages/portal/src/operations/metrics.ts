/** Counters in the text format of Prometheus. Labels come from fixed lists (routes, codes, suppliers), so that there are few. */

export type Labels = Readonly<Record<string, string | number>>;

/** Upper bounds in seconds; 2.5 is the guaranteed time of an answer. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Durations {
  readonly labels: Labels;
  readonly buckets: number[];
  sum: number;
}

export type Write = (name: string, help: string, labels: Labels, value: number) => void;

export interface Metrics {
  /** Adds one to a counter. */
  count(name: string, help: string, labels?: Labels): void;
  /** Sorts a duration, in milliseconds, into a histogram of seconds. */
  duration(name: string, help: string, labels: Labels, ms: number): void;
  /** Asked at each scrape, for numbers that somebody else keeps. */
  onScrape(collect: (write: Write) => void): void;
  text(): string;
}

interface Family<Value> {
  readonly help: string;
  /** By labels, as they are written. */
  readonly series: Map<string, Value>;
}

type Type = 'counter' | 'gauge' | 'histogram';

/** The families of one scrape, in the order in which they came. */
class Page {
  readonly #blocks = new Map<string, string[]>();

  lines(name: string, help: string, type: Type): string[] {
    const known = this.#blocks.get(name);
    if (known) return known;
    const block = [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
    this.#blocks.set(name, block);
    return block;
  }

  toString(): string {
    return [...this.#blocks.values()].map((lines) => `${lines.join('\n')}\n`).join('');
  }
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Family<number>>();
  const histograms = new Map<string, Family<Durations>>();
  const collectors: ((write: Write) => void)[] = [];

  return {
    count(name, help, labels = {}) {
      const { series } = getOr(counters, name, () => familyOf<number>(help));
      const key = braces(labels);
      series.set(key, (series.get(key) ?? 0) + 1);
    },
    duration(name, help, labels, ms) {
      const { series } = getOr(histograms, name, () => familyOf<Durations>(help));
      const one = getOr(series, braces(labels), () => ({ labels, buckets: BUCKETS.map(() => 0), sum: 0 }));
      const found = BUCKETS.findIndex((bound) => ms / 1000 <= bound);
      const at = found === -1 ? BUCKETS.length : found;
      one.buckets[at] = (one.buckets[at] ?? 0) + 1;
      one.sum += ms / 1000;
    },
    onScrape(collect) {
      collectors.push(collect);
    },
    text() {
      const page = new Page();
      for (const [name, { help, series }] of counters) {
        page
          .lines(name, help, 'counter')
          .push(...[...series].map(([key, value]) => `${name}${key} ${value}`));
      }
      for (const [name, { help, series }] of histograms) {
        page
          .lines(name, help, 'histogram')
          .push(...[...series.values()].flatMap((one) => histogramLines(name, one)));
      }
      for (const collect of collectors) {
        collect((name, help, labels, value) => {
          const type = name.endsWith('_total') ? 'counter' : 'gauge';
          page.lines(name, help, type).push(`${name}${braces(labels)} ${value}`);
        });
      }
      return page.toString();
    },
  };
}

const familyOf = <Value>(help: string): Family<Value> => ({ help, series: new Map() });

function getOr<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Buckets of Prometheus hold everything up to their bound. */
function histogramLines(name: string, { labels, buckets, sum }: Durations): string[] {
  let total = 0;
  const upTo = [...BUCKETS, '+Inf'].map((bound, index) => {
    total += buckets[index] ?? 0;
    return `${name}_bucket${braces({ ...labels, le: bound })} ${total}`;
  });
  const rounded = Number(sum.toFixed(3));
  return [...upTo, `${name}_sum${braces(labels)} ${rounded}`, `${name}_count${braces(labels)} ${total}`];
}

function braces(labels: Labels): string {
  let pairs = '';
  for (const name in labels) pairs += `${pairs && ','}${name}="${escape(String(labels[name]))}"`;
  return pairs && `{${pairs}}`;
}

function escape(text: string): string {
  if (!/[\\"\n]/.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
