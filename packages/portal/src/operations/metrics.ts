/** Counters in the text format of Prometheus. Labels come from fixed lists (routes, codes, suppliers), so that there are few. */

type Labels = Readonly<Record<string, string | number>>;

interface Family {
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly series: Map<string, number>;
}

/** Upper bounds in seconds; 2.5 is the guaranteed time of an answer. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  /** Adds to a counter. */
  count(name: string, help: string, labels?: Labels, by?: number): void;
  /** Sorts a duration, in milliseconds, into a histogram of seconds. */
  duration(name: string, help: string, labels: Labels, ms: number): void;
  /** Asked at each scrape, for numbers that somebody else keeps. */
  onScrape(
    collect: (write: (name: string, help: string, labels: Labels, value: number) => void) => void,
  ): void;
  text(): string;
}

export function createMetrics(): Metrics {
  const families = new Map<string, Family>();
  const collectors: Parameters<Metrics['onScrape']>[0][] = [];

  function family(name: string, help: string, type: Family['type']): Family {
    const found = families.get(name);
    if (found) return found;
    const made = { help, type, series: new Map<string, number>() };
    families.set(name, made);
    return made;
  }

  const add = ({ series }: Family, key: string, by: number) => series.set(key, (series.get(key) ?? 0) + by);

  return {
    count(name, help, labels = {}, by = 1) {
      add(family(name, help, 'counter'), `${name}${braces(labels)}`, by);
    },
    duration(name, help, labels, ms) {
      const seconds = ms / 1000;
      const histogram = family(name, help, 'histogram');
      for (const bound of BUCKETS) {
        add(histogram, `${name}_bucket${braces({ ...labels, le: bound })}`, seconds <= bound ? 1 : 0);
      }
      add(histogram, `${name}_bucket${braces({ ...labels, le: '+Inf' })}`, 1);
      add(histogram, `${name}_sum${braces(labels)}`, seconds);
      add(histogram, `${name}_count${braces(labels)}`, 1);
    },
    onScrape(collect) {
      collectors.push(collect);
    },
    text() {
      for (const collect of collectors) {
        collect((name, help, labels, value) => {
          const type = name.endsWith('_total') ? 'counter' : 'gauge';
          family(name, help, type).series.set(`${name}${braces(labels)}`, value);
        });
      }
      return [...families].map(([name, { help, type, series }]) => block(name, help, type, series)).join('');
    },
  };
}

function block(name: string, help: string, type: string, series: ReadonlyMap<string, number>): string {
  const lines = [...series].map(([key, value]) => `${key} ${value}`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('\n')}\n`;
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(String(value))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escape = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
