const storedLanguage = 'quickstart-language';
const storedProvider = 'quickstart-provider';

/** Shows the code of one language and one provider, and remembers which. Without it all of the code stands one below the other. */
class QuickStart extends HTMLElement {
  readonly #languages = [...this.querySelectorAll<HTMLButtonElement>('button[value]')];
  readonly #provider = this.querySelector('select');

  connectedCallback(): void {
    for (const button of this.#languages) {
      button.addEventListener('click', () => {
        this.#showLanguage(button.value);
        remember(storedLanguage, button.value);
      });
    }
    this.#provider?.addEventListener('change', ({ currentTarget }) => {
      const { value } = currentTarget as HTMLSelectElement;
      this.#showProvider(value);
      remember(storedProvider, value);
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('.copy')) {
      button.addEventListener('click', () => copy(button));
    }
    const language = remembered(storedLanguage);
    if (this.#languages.some(({ value }) => value === language)) this.#showLanguage(language);
    const provider = remembered(storedProvider);
    const options = [...(this.#provider?.options ?? [])];
    if (options.some(({ value }) => value === provider)) this.#showProvider(provider);
  }

  #showLanguage(language: string): void {
    for (const button of this.#languages) button.ariaPressed = String(button.value === language);
    for (const code of this.querySelectorAll<HTMLElement>('[data-language]')) {
      code.toggleAttribute('data-off', code.dataset['language'] !== language);
    }
  }

  #showProvider(provider: string): void {
    if (this.#provider) this.#provider.value = provider;
    for (const group of this.querySelectorAll<HTMLElement>('[data-provider]')) {
      group.toggleAttribute('data-off', group.dataset['provider'] !== provider);
    }
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.closest('figure')?.querySelector('code')?.textContent ?? '';
  const done = await navigator.clipboard.writeText(`${code}\n`).then(
    () => 'Copied',
    // Only pages that came over https, or from this machine, may write to the clipboard.
    () => 'Not copied: select the code instead',
  );
  button.textContent = done;
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}

function remembered(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    // A reader who keeps nothing gets what the page starts with.
    return '';
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice holds for this page alone.
  }
}

customElements.define('quick-start', QuickStart);
