import * as z from 'zod';

/** The key under which WebDriver names an element (W3C WebDriver, «Elements»). */
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
const ElementReference = z.object({ [ELEMENT_KEY]: z.string() });
export type ElementReference = z.infer<typeof ElementReference>;

const Answer = z.object({ value: z.unknown() });
const Fault = z.object({ error: z.string(), message: z.string() });
const NewSession = z.object({ sessionId: z.string() });

/** One window of a browser that is driven by W3C WebDriver, of which WebKitGTK speaks no more than this. */
export class WebDriverWindow {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  static async open(port: number, alwaysMatch: Record<string, unknown>): Promise<WebDriverWindow> {
    const driver = `http://127.0.0.1:${port}/session`;
    const { sessionId } = NewSession.parse(await command('POST', driver, { capabilities: { alwaysMatch } }));
    return new WebDriverWindow(`${driver}/${sessionId}`);
  }

  close(): Promise<unknown> {
    return command('DELETE', this.#session);
  }

  /** Loads the page in the whole window, and waits until it has. */
  async goto(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  async url(): Promise<string> {
    return z.string().parse(await command('GET', `${this.#session}/url`));
  }

  /** Runs a function in the document that was entered last. */
  run<Args extends unknown[]>(work: (...args: Args) => unknown, ...args: Args): Promise<unknown> {
    return this.#post('execute/sync', { script: `return (${work.toString()})(...arguments)`, args });
  }

  /** The element that a function finds there; undefined where there is none. */
  async find<Args extends unknown[]>(
    search: (...args: Args) => Element | null,
    ...args: Args
  ): Promise<ElementReference | undefined> {
    return ElementReference.safeParse(await this.run(search, ...args)).data;
  }

  /** The whole window again, then the frame, where one is named. */
  async enter(frame?: ElementReference): Promise<void> {
    await this.#post('frame', { id: null });
    if (frame) await this.#post('frame', { id: frame });
  }

  /** Clicks as a person does: what a page may do only then, it may do now. */
  async click(element: ElementReference): Promise<void> {
    await this.#post(`element/${element[ELEMENT_KEY]}/click`, {});
  }

  /** A picture of the window, PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(z.string().parse(await command('GET', `${this.#session}/screenshot`)), 'base64');
  }

  #post(path: string, body: object): Promise<unknown> {
    return command('POST', `${this.#session}/${path}`, body);
  }
}

async function command(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = Answer.parse(await response.json());
  if (response.ok) return value;
  const { error, message } = Fault.parse(value);
  throw new Error(`${error}: ${message}`);
}
