/**
 * Opens the source of a fact beside it. Without this script, or without popovers, the mark is a link
 * to the list of sources on the same page.
 */
const note = document.createElement('div');
note.className = 'source-note';
note.popover = 'auto';
note.role = 'note';
document.querySelector('main')?.append(note);

document.addEventListener('click', (event) => {
  const mark = (event.target as Element).closest<HTMLAnchorElement>('.cite');
  const source = mark && document.querySelector(mark.hash);
  if (!mark || !source) return;
  event.preventDefault();
  note.replaceChildren(...[...source.childNodes].map((node) => node.cloneNode(true)));
  note.ariaLabel = mark.ariaLabel;
  note.showPopover();
  const { left, bottom } = mark.getBoundingClientRect();
  const furthest = document.documentElement.clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(left, furthest)) + scrollX}px`;
  note.style.top = `${bottom + scrollY + 4}px`;
  note.querySelector('a')?.focus();
});
