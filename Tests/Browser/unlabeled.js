// What a reader can use and has no label that a screen reader could speak.
[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter(e => {
  if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
  const label = e.getAttribute('aria-label') || e.title || e.innerText || e.placeholder || e.querySelector?.('img')?.alt
    || (e.labels && [...e.labels].map(l => l.innerText || l.title).join(''));
  return !(label || '').trim();
}).map(e => e.outerHTML.slice(0, 120))
