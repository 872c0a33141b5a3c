// Runs before the first paint, while the page's program is on its way: lights the page as the reader chose, keeps the
// sample out of sight if a story of the reader's own is about to come, and holds what is pasted too early.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(`dateline.${name}`));
    } catch {
      return null;
    }
  };
  const theme = String(kept('theme')).toLowerCase();
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    // The browser's own bars, too; later `platform::set_theme` does the same.
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.media = meta.dataset.theme === theme ? 'all' : 'not all';
  }
  if (kept('story')) root.dataset.waiting = '';

  addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    if (root.dataset.app || !text || event.target.closest?.('input, textarea, select')) return;
    event.preventDefault();
    window.datelinePasted = text;
  });

  // The program is fetched when the page has been painted; where nothing is painted, in a tab behind others, at once.
  const start = () => document.head.append(document.getElementById('program').content);
  const begin = () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();

  // Without the program there is a sample to read, but nothing works: say so.
  const broke = () => {
    if (root.dataset.app) return;
    delete root.dataset.waiting;
    document.getElementById('broken')?.removeAttribute('hidden');
  };
  addEventListener('unhandledrejection', broke);
  addEventListener('error', broke, true);
})();
