/** A browser without a screen: it keeps cookies by origin and follows redirects one at a time. */
export class CookieJar {
  readonly #send: (request: Request) => Response | Promise<Response>;
  readonly #cookies = new Map<string, string>();

  /** @param send asks a site; `fetch` of the network unless given. */
  constructor(
    send: (request: Request) => Response | Promise<Response> = (request) => fetch(request),
  ) {
    this.#send = send;
  }

  /** Asks with the cookies that it has, and keeps those that it is given. */
  async ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const request = new Request(address, { ...init, redirect: 'manual' });
    const { origin } = new URL(address);
    const cookies = [...this.#cookies].filter(([key]) => key.startsWith(`${origin} `));
    if (cookies.length > 0) {
      request.headers.set(
        'Cookie',
        cookies.map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; '),
      );
    }
    const response = await this.#send(request);
    for (const line of response.headers.getSetCookie()) this.#keep(origin, line);
    return response;
  }

  /** Follows redirects until one leads to a path that stops it, or there is none; resolves with the last address. */
  async follow(
    address: string,
    stopAt = '\0',
  ): Promise<{ readonly address: URL; readonly response: Response }> {
    let at = new URL(address);
    let response = await this.ask(at);
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('Location');
      if (location === null) return { address: at, response };
      at = new URL(location, at);
      if (at.pathname === stopAt) return { address: at, response };
      response = await this.ask(at);
    }
    throw new Error(`More than ten redirects from ${address}, the last to ${at}.`);
  }

  get(origin: string, name: string): string | undefined {
    return this.#cookies.get(`${origin} ${name}`);
  }

  set(origin: string, name: string, value: string): void {
    this.#cookies.set(`${origin} ${name}`, value);
  }

  remove(origin: string, name: string): void {
    this.#cookies.delete(`${origin} ${name}`);
  }

  #keep(origin: string, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/; ?max-age=0/i.test(line) || /; ?expires=Thu, 01 Jan 1970/i.test(line))
      this.remove(origin, name);
    else this.set(origin, name, value);
  }
}
