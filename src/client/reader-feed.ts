interface FeedLinks {
  readonly atom: string;
  readonly json: string;
}

const formats = { atom: 'Atom', json: 'JSON Feed' } as const;

/**
 * The reader's own feed. Its links are secret and the server keeps none, so that they are shown when
 * they are made and never again; making new ones ends those before.
 */
export function feedSection(): HTMLElement {
  const section = element('section');
  const heading = Object.assign(element('h2', 'Your feed'), { id: 'feed' });
  section.setAttribute('aria-labelledby', heading.id);
  const links = element('div');
  const told = element('p');
  told.role = 'status';
  told.className = 'small';
  const make = button('Make a secret link');
  make.addEventListener('click', async () => {
    make.disabled = true;
    try {
      links.replaceChildren(...linkRows(await newLinks(), told));
      told.textContent = 'Keep it now: it is shown this once. A link made before has ended.';
      make.textContent = 'Make a new one';
    } catch (error) {
      told.textContent = `No link was made: ${(error as Error).message}`;
    }
    make.disabled = false;
  });
  section.append(
    heading,
    element(
      'p',
      'News and changes of the models you follow, for a reader of feeds. Whoever has the link can read it, so keep it to yourself; a new link ends the one before.',
    ),
    links,
    element('p', make),
    told,
  );
  return section;
}

/** @throws with a sentence for the reader. */
async function newLinks(): Promise<FeedLinks> {
  const response = await fetch('/api/v1/me/feed-key', { method: 'POST' }).catch(() => undefined);
  if (response?.status === 401) throw new Error('you are signed out. Sign in again.');
  if (!response?.ok) throw new Error('the server cannot be reached. Try again in a moment.');
  return ((await response.json()) as { data: FeedLinks }).data;
}

const linkRows = (links: FeedLinks, told: HTMLElement): readonly HTMLElement[] =>
  (['atom', 'json'] as const).map((format) => {
    const field = Object.assign(document.createElement('input'), {
      readOnly: true,
      value: links[format],
      type: 'url',
    });
    const copy = Object.assign(button('Copy'), { ariaLabel: `Copy the ${formats[format]} link` });
    copy.addEventListener('click', async () => {
      field.select();
      // Browsers let pages copy on https and the machine itself alone; elsewhere the text is marked.
      const isCopied = await navigator.clipboard?.writeText(field.value).then(
        () => true,
        () => false,
      );
      told.textContent = isCopied ? 'Copied.' : 'It is marked: copy it by hand.';
    });
    const row = element('div', element('label', formats[format], field), copy);
    row.className = 'feed-link';
    return row;
  });

function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

const button = (textContent: string): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { type: 'button' as const, textContent });
