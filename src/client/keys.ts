/**
 * The keys of the site. `/` searches and `?` tells the keys; what a page does with the others it
 * hears as `catalog-key`. A key pressed in a field, or with a modifier, is the reader's own.
 */
const keys = [
  ['/', 'search'],
  ['j  k', 'next and previous model in a table'],
  ['x', 'select the model under the focus'],
  ['c', 'compare the selected models'],
  ['?', 'this list'],
] as const;

document.addEventListener('keydown', (event) => {
  const isTyping = (event.target as Element).closest(
    'input, select, textarea, dialog[open], [contenteditable]',
  );
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '?') tellKeys();
  if (event.key === '/') event.preventDefault();
  if ('/jkxc'.includes(event.key)) {
    document.dispatchEvent(new CustomEvent('catalog-key', { detail: event.key }));
  }
});

function tellKeys(): void {
  const dialog = document.createElement('dialog');
  dialog.ariaLabel = 'Keys';
  const list = Object.assign(document.createElement('dl'), { className: 'terms' });
  for (const [key, meaning] of keys) {
    const term = document.createElement('dt');
    term.append(
      ...key
        .split('  ')
        .flatMap((name) => [
          Object.assign(document.createElement('kbd'), { textContent: name }),
          ' ',
        ]),
    );
    list.append(term, Object.assign(document.createElement('dd'), { textContent: meaning }));
  }
  const close = Object.assign(document.createElement('button'), {
    textContent: 'Close',
    autofocus: true,
  });
  close.addEventListener('click', () => dialog.close());
  dialog.append(Object.assign(document.createElement('div'), { className: 'keys' }));
  dialog.firstElementChild?.append(list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
