interface Popular {
  readonly slug: string;
  readonly name: string;
}

/** What readers looked at and followed this week, in one line; empty without the API. */
class PopularModels extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const response = await fetch('/api/v1/models/popular?limit=6').catch(() => undefined);
    const isApi = response?.headers.get('Content-Type')?.startsWith('application/json');
    if (!response?.ok || !isApi) return;
    const { data } = (await response.json()) as { data: readonly Popular[] };
    if (data.length === 0) return;
    const links = data.map(({ slug, name }) =>
      Object.assign(document.createElement('a'), { href: `/models/${slug}`, textContent: name }),
    );
    this.append(
      'Popular this week: ',
      ...links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])),
    );
  }
}

customElements.define('popular-models', PopularModels);
