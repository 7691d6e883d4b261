import { describe, expect, it, vi } from 'vitest';
import { hoursInWords, momentInWords } from '../pages/words.ts';
import { createLog, describeError, lineWriter } from './log.ts';
import { createMetrics } from './metrics.ts';

const clock = () => new Date('2026-11-22T09:00:00Z');

describe('a log line', () => {
  it('holds the fields of the list and nothing else, whatever it is given', () => {
    const lines: string[] = [];
    const event = {
      event: 'request',
      route: '/nir',
      status: 200,
      nir: '291036999099186',
      body: { name: 'x' },
    };
    createLog(clock, (line) => lines.push(line))(event);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-11-22T09:00:00.000Z',
      event: 'request',
      route: '/nir',
      status: 200,
    });
  });

  it('stays one line', () => {
    const lines: string[] = [];
    createLog(clock, (line) => lines.push(line))({ event: 'request', route: 'a\nb' });
    expect(lines[0]).not.toContain('\n');
  });

  it('waits a moment for others, and goes out with them in order', () => {
    vi.useFakeTimers();
    const written: string[] = [];
    const line = lineWriter((text) => written.push(text));
    line('one');
    line('two');
    vi.advanceTimersByTime(100);
    line('three');
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    expect(written).toEqual(['one\ntwo\n', 'three\n']);
  });

  it('tells the kind of an error and where it came from, never its message', () => {
    const error = Object.assign(new TypeError('Camille /packages/fake/src/x.ts:1'), { code: 'ERR_X' });
    const described = describeError(error);
    expect(described).toMatchObject({
      error: 'TypeError',
      code: 'ERR_X',
      at: expect.stringContaining('operations/log.test.ts:') as string,
    });
    expect(JSON.stringify(described)).not.toContain('Camille');
    expect(describeError(Object.assign(new Error(), { code: 'Camille Exemple' })).code).toBeUndefined();
    expect(describeError('Camille')).toEqual({ error: 'string' });
  });
});

describe('metrics', () => {
  it('speak the text format of Prometheus', () => {
    const metrics = createMetrics();
    metrics.count('a_total', 'As', { kind: 'x"y\\z\n' });
    metrics.count('a_total', 'As', { kind: 'x"y\\z\n' });
    metrics.duration('b_seconds', 'Bs', {}, 300);
    metrics.onScrape((write) => write('c', 'Cs', {}, 3));
    expect(metrics.text()).toContain(
      '# HELP a_total As\n# TYPE a_total counter\na_total{kind="x\\"y\\\\z\\n"} 2\n',
    );
    expect(metrics.text()).toMatch(
      /b_seconds_bucket\{le="0.25"\} 0\nb_seconds_bucket\{le="0.5"\} 1\n[^]*b_seconds_sum 0.3\nb_seconds_count 1\n/,
    );
    expect(metrics.text()).toContain('# TYPE c gauge\nc 3\n');
  });
});

describe('French for hours', () => {
  it('is what one would say', () => {
    expect(hoursInWords([{ from: 1, to: 5, opens: '08:30', closes: '18:00' }])).toBe(
      'du lundi au vendredi, de 8 h 30 à 18 h',
    );
    expect(hoursInWords([{ from: 6, to: 6, opens: '09:00', closes: '12:00' }])).toBe(
      'le samedi, de 9 h à 12 h',
    );
    expect(momentInWords(new Date('2026-12-01T21:05:00Z'))).toBe('mardi 1er décembre à 22 h 05');
  });
});
