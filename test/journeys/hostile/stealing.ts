/**
 * Asks the fund's own server for a ticket with a challenge of somebody else's choice, by all ways on which a page's script
 * can ask, and reads as much as it can of what came.
 */
export function stealing(): void {
  const { note } = window;
  const read = async (way: string, ask: () => Promise<Response>) => {
    try {
      const { type, url, status, headers, ...response } = await ask().then(async (answer) => ({
        ...{ type: answer.type, url: answer.url, status: answer.status },
        headers: [...answer.headers],
        text: await answer.text(),
      }));
      note('stolen', way, [type, url, status, headers, response]);
    } catch (error) {
      note('refused', way, error);
    }
  };
  /** What shows of a frame, an object or a window that was led elsewhere. */
  const look = (way: string, place: Window | null | undefined) => {
    for (const property of ['href', 'hash', 'search'])
      try {
        note('stolen', way, Reflect.get(place?.location ?? {}, property) as unknown);
      } catch (error) {
        note('refused', way, error);
      }
  };

  window.steal = async (ticketUrl) => {
    for (const redirect of ['follow', 'manual', 'error'] as const)
      for (const mode of ['cors', 'no-cors', 'same-origin'] as const)
        for (const method of ['GET', 'POST'])
          await read(`fetch ${redirect} ${mode} ${method}`, () =>
            fetch(ticketUrl, {
              method,
              mode,
              redirect,
              credentials: 'include',
              headers: { 'Mds-Ticket': '1' },
            }),
          );
    const request = new XMLHttpRequest();
    request.open('GET', ticketUrl);
    await new Promise((resolve) => {
      request.onloadend = resolve;
      request.send();
    });
    note('stolen', 'XMLHttpRequest', [
      request.responseURL,
      request.responseText,
      request.getAllResponseHeaders(),
    ]);
    const made = (['iframe', 'object', 'embed'] as const).map((name) => {
      const element = document.createElement(name);
      element.setAttribute(name === 'object' ? 'data' : 'src', ticketUrl);
      const loaded = new Promise((resolve) => {
        element.onload = element.onerror = resolve;
        setTimeout(resolve, 1000);
      });
      document.body.append(element);
      return { name, element, loaded };
    });
    for (const { name, element, loaded } of made) {
      await loaded;
      look(name, Reflect.get(element, 'contentWindow') as Window | null);
      note('stolen', name, element, Reflect.get(element, 'contentDocument'));
    }
    for (let index = 0; index < window.length; index++) look(`window ${String(index)}`, window[index]);
    for (const { name } of performance.getEntries()) note('stolen', 'performance', name);
  };
}

declare global {
  interface Window {
    steal(ticketUrl: string): Promise<void>;
  }
}
