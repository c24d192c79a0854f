import { exactCount } from '../format/tokens.ts';
import { isSignedIn, signInAddress } from './session.ts';

interface Stats {
  readonly viewCount: number;
  readonly followCount: number;
  readonly isFollowing?: boolean;
}

// What the sign-in service sends the reader back with, to finish what they asked for.
const askedToFollow = '#follow';

/** Follows a model, and tells how many do. Unseen until the API has answered, so that a page without it is whole. */
class FollowButton extends HTMLElement {
  readonly #address = `/api/v1/models/${this.dataset['slug']}`;
  readonly #button = this.querySelector('button') as HTMLButtonElement;
  readonly #views = this.querySelector('[data-views]') as HTMLElement;
  readonly #told = this.querySelector('[role=status]') as HTMLElement;
  #stats: Stats = { viewCount: 0, followCount: 0 };

  async connectedCallback(): Promise<void> {
    this.#button.addEventListener('click', () => this.#toggle());
    const stats = await this.#readStats();
    if (!stats) return;
    this.#show(stats);
    this.toggleAttribute('data-ready', true);
    if (location.hash !== askedToFollow) return;
    history.replaceState(null, '', location.pathname);
    if (isSignedIn() && stats.isFollowing !== true) await this.#change(true);
  }

  /** Counts the view first, so that its reader is among those that are told. */
  async #readStats(): Promise<Stats | undefined> {
    try {
      await fetch(`${this.#address}/views`, { method: 'POST' });
      const response = await fetch(`${this.#address}/stats`);
      const isApi = response.headers.get('Content-Type')?.startsWith('application/json');
      return response.ok && isApi ? ((await response.json()) as { data: Stats }).data : undefined;
    } catch {
      // No API behind these pages, or it is away: the page says all it has to without it.
      return undefined;
    }
  }

  #toggle(): void {
    if (isSignedIn()) void this.#change(this.#stats.isFollowing !== true);
    else location.assign(signInAddress(location.pathname + askedToFollow));
  }

  /** Shows the new state at once, and takes it back when it could not be made so. */
  async #change(isFollowing: boolean): Promise<void> {
    const before = this.#stats;
    const followCount = before.followCount + (isFollowing ? 1 : -1);
    this.#show({ ...before, isFollowing, followCount });
    this.#told.textContent = '';
    try {
      const response = await fetch(`${this.#address}/follow`, {
        method: isFollowing ? 'PUT' : 'DELETE',
      });
      if (response.status === 401) {
        location.assign(signInAddress(location.pathname + askedToFollow));
        return;
      }
      const answer = (await response.json()) as { data?: Stats; detail?: string };
      if (!response.ok || !answer.data) throw new Error(answer.detail ?? 'The server refused it.');
      this.#show({ ...before, ...answer.data });
    } catch (error) {
      this.#show(before);
      const why =
        error instanceof TypeError ? 'The server cannot be reached.' : (error as Error).message;
      this.#told.textContent = `Not ${isFollowing ? 'followed' : 'unfollowed'}: ${why}`;
    }
  }

  #show(stats: Stats): void {
    this.#stats = stats;
    const { isFollowing = false, followCount, viewCount } = stats;
    this.#button.textContent = `${isFollowing ? 'Following' : 'Follow'} · ${exactCount(followCount)}`;
    this.#button.ariaPressed = String(isFollowing);
    this.#views.textContent = `${exactCount(viewCount)} ${viewCount === 1 ? 'view' : 'views'}`;
  }
}

customElements.define('follow-button', FollowButton);
