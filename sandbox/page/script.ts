/** The page's script: it looks for news once a second and puts newer parts in place; nothing that one typed is lost. */
export const PAGE_SCRIPT = `'use strict';
const parts = () => [...document.querySelectorAll('[data-live]')];
const keyOf = (fold) =>
  fold.dataset.key ?? (fold.closest('[data-key]')?.dataset.key ?? '') + '|' + fold.querySelector('summary')?.textContent;
let version = document.body.dataset.version;

async function look() {
  if (version === undefined || document.hidden) return;
  const answer = await fetch('/version').then((response) => response.text(), () => null);
  document.body.classList.toggle('gone', answer === null);
  if (answer !== null && answer !== version) await refresh();
}

async function refresh() {
  const html = await fetch(location.href).then((response) => response.text());
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const isOpen = new Map([...document.querySelectorAll('details')].map((fold) => [keyOf(fold), fold.open]));
  for (const part of parts()) {
    const newer = fresh.querySelector('[data-live="' + part.dataset.live + '"]');
    if (!newer || newer.innerHTML === part.dataset.html) continue;
    part.dataset.html = newer.innerHTML;
    part.innerHTML = newer.innerHTML;
    for (const fold of part.querySelectorAll('details')) fold.open = isOpen.get(keyOf(fold)) ?? fold.open;
  }
  version = fresh.body.dataset.version;
  showTimes();
}

function showTimes() {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  for (const time of document.querySelectorAll('time')) time.textContent = format.format(new Date(time.dateTime));
}

for (const choice of document.querySelectorAll('[data-submit]')) {
  choice.form.classList.add('chosen');
  choice.addEventListener('change', () => choice.form.submit());
}
for (const part of parts()) part.dataset.html = part.innerHTML;
showTimes();
setInterval(look, 1000);
document.addEventListener('visibilitychange', look);
`;
