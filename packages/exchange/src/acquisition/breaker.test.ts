import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Breaker } from './breaker.ts';

function breaker() {
  const time = { now: 0 };
  const options = { failures: 3, windowMs: 1000, coolDownMs: 5000 };
  return { time, breaker: new Breaker(options, () => time.now) };
}

const fail = (of: Breaker, times = 1) => {
  for (let i = 0; i < times; i += 1) of.admit()?.failed();
};

describe('a circuit breaker', () => {
  it('opens at the third failure within its window', () => {
    const { breaker: b } = breaker();
    fail(b, 2);
    expect(b.state).toBe('closed');
    fail(b);
    expect(b.state).toBe('open');
    expect(b.admit()).toBeNull();
    expect(b.opened).toBe(1);
  });

  it('forgets failures older than its window', () => {
    const { breaker: b, time } = breaker();
    fail(b, 2);
    time.now = 1500;
    fail(b, 2);
    expect(b.state).toBe('closed');
  });

  it('does not open while most calls succeed', () => {
    const { breaker: b } = breaker();
    for (let i = 0; i < 100; i += 1) {
      b.admit()?.succeeded();
      if (i % 5 === 0) fail(b);
    }
    expect(b.state).toBe('closed');
  });

  it('lets one probe through after the cool-down, and no second beside it', () => {
    const { breaker: b, time } = breaker();
    fail(b, 3);
    time.now = 4999;
    expect(b.admit()).toBeNull();
    time.now = 5000;
    expect(b.state).toBe('half-open');
    const probe = b.admit();
    expect(probe).not.toBeNull();
    expect(b.admit()).toBeNull();
    probe?.succeeded();
    expect(b.state).toBe('closed');
  });

  it('cools down again when the probe fails', () => {
    const { breaker: b, time } = breaker();
    fail(b, 3);
    time.now = 5000;
    fail(b);
    expect(b.admit()).toBeNull();
    time.now = 10_000;
    expect(b.admit()).not.toBeNull();
  });

  it('lets the next call probe when the person of the first left', () => {
    const { breaker: b, time } = breaker();
    fail(b, 3);
    time.now = 5000;
    b.admit()?.abandoned();
    expect(b.admit()).not.toBeNull();
  });

  it('takes no word from calls that began before it opened', () => {
    const { breaker: b, time } = breaker();
    const early = b.admit();
    const late = b.admit();
    fail(b, 3);
    early?.succeeded();
    expect(b.state).toBe('open');
    time.now = 4000;
    late?.failed();
    time.now = 5000;
    expect(b.admit()).not.toBeNull();
  });

  it('never has two probes, and never stays shut for good, whatever happens', () => {
    const step = fc.record({ wait: fc.nat(3000), end: fc.constantFrom('succeeded', 'failed', 'abandoned') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { breaker: b, time } = breaker();
        for (const { wait, end } of steps) {
          time.now += wait;
          const before = b.state;
          const pass = b.admit();
          if (before === 'open') expect(pass).toBeNull();
          if (before === 'half-open') expect(b.admit()).toBeNull();
          pass?.[end as 'failed']();
        }
        time.now += 5000;
        expect(b.admit()).not.toBeNull();
      }),
    );
  });
});
