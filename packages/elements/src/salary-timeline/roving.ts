import type { LitElement, ReactiveController } from 'lit';
import { runsDown } from './chart.ts';
import { follow, lineOf, stepOf } from './keyboard.ts';
import type { Chart } from './lanes.ts';

interface Roved {
  readonly chart: () => Chart | undefined;
  readonly choose: (line: string) => void;
}

/** The chart's one place in the order of the keyboard, and the ways from there: a step draws nothing again. */
export class Roving implements ReactiveController {
  /** The line that holds the place. */
  at: string | undefined;
  readonly #host: LitElement;
  readonly #roved: Roved;

  constructor(host: LitElement, roved: Roved) {
    this.#host = host;
    this.#roved = roved;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#hold(this.at);
  }

  focus(line: string | undefined): void {
    this.#hold(line)?.focus();
  }

  #hold(line: string | undefined): HTMLElement | undefined {
    const cells = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-line]')];
    const target = cells.find(({ dataset }) => dataset.line === line) ?? cells[0];
    for (const cell of cells) if (cell.tabIndex === 0 && cell !== target) cell.tabIndex = -1;
    if (target) target.tabIndex = 0;
    this.at = target?.dataset.line;
    return target;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const chart = this.#roved.chart();
    const line = lineOf(event);
    if (!chart || line === undefined) return;
    const chosen = event.key === 'Enter' || event.key === ' ';
    const step = chosen ? undefined : stepOf(event, runsDown(event.currentTarget as Element));
    if (!chosen && !step) return;
    event.preventDefault();
    if (step) this.focus(follow(chart, line, step));
    else this.#roved.choose(line);
  };

  readonly onClick = (event: Event): void => {
    const line = lineOf(event);
    if (line !== undefined) this.#roved.choose(line);
  };
}
