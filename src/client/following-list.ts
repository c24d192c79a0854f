import { dateInWords } from '../format/date.ts';
import { feedSection } from './reader-feed.ts';
import { isSignedIn, signInAddress } from './session.ts';

interface Followed {
  readonly slug: string;
  readonly name: string;
  readonly providerName: string;
  readonly status: string;
  readonly followedAt: string;
}

interface Page {
  readonly data: readonly Followed[];
  readonly pagination: { readonly totalPages: number };
}

/** The models that the reader follows, with a way out of each and of the session. */
class FollowingList extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (!isSignedIn()) return this.#invite();
    try {
      const followed = await followedModels();
      if (!followed) return this.#invite();
      this.replaceChildren(
        followed.length > 0 ? listOf(followed) : emptyNote(),
        feedSection(),
        signOutButton(),
      );
    } catch {
      this.replaceChildren(paragraph('The server cannot be reached. Try again in a moment.'));
    }
  }

  #invite(): void {
    const link = Object.assign(document.createElement('a'), {
      href: signInAddress('/following'),
      textContent: 'Sign in',
    });
    this.replaceChildren(paragraph(link, ' to follow models and find them here.'));
  }
}

/** Everything that is followed, newest first; undefined when the session has ended. */
async function followedModels(): Promise<readonly Followed[] | undefined> {
  const all: Followed[] = [];
  for (let page = 1, last = 1; page <= last; page += 1) {
    const response = await fetch(`/api/v1/me/follows?limit=100&page=${page}`);
    if (response.status === 401) return undefined;
    if (!response.ok) throw new Error(`The server answers ${response.status}.`);
    const { data, pagination } = (await response.json()) as Page;
    all.push(...data);
    last = pagination.totalPages;
  }
  return all;
}

function listOf(models: readonly Followed[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'wordlist';
  list.append(...models.map(followedItem));
  return list;
}

function followedItem({ slug, name, providerName, status, followedAt }: Followed): HTMLElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), {
    href: `/models/${slug}`,
    textContent: name,
  });
  const since = dateInWords(followedAt.slice(0, 10));
  const note = Object.assign(document.createElement('span'), {
    className: 'sub small',
    textContent: `${providerName}, ${status}, followed since ${since}`,
  });
  const unfollow = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Unfollow',
    ariaLabel: `Unfollow ${name}`,
  });
  unfollow.addEventListener('click', async () => {
    unfollow.disabled = true;
    const response = await fetch(`/api/v1/models/${slug}/follow`, { method: 'DELETE' }).catch(
      () => undefined,
    );
    if (response?.ok) item.remove();
    else {
      unfollow.disabled = false;
      note.textContent = 'Not unfollowed: the server cannot be reached.';
    }
  });
  item.append(link, ' ', unfollow, note);
  return item;
}

const emptyNote = (): HTMLElement =>
  paragraph('You follow no model yet. Open one and press Follow: it will be listed here.');

function signOutButton(): HTMLElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Sign out',
  });
  button.addEventListener('click', async () => {
    await fetch('/api/v1/auth/sign-out', { method: 'POST' });
    location.reload();
  });
  return paragraph(button);
}

function paragraph(...content: (Node | string)[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...content);
  return made;
}

customElements.define('following-list', FollowingList);
