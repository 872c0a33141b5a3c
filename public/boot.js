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
  const theme = kept('theme');
  if (theme === 'Light' || theme === 'Dark') root.dataset.theme = theme.toLowerCase();
  if (kept('story')) root.dataset.waiting = '';

  addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    if (root.dataset.app || !text || event.target.closest?.('input, textarea, select')) return;
    event.preventDefault();
    window.datelinePasted = text;
  });

  // Without the program there is a sample to read, but nothing works: say so.
  const broke = () => {
    if (root.dataset.app) return;
    delete root.dataset.waiting;
    document.getElementById('broken')?.removeAttribute('hidden');
  };
  addEventListener('unhandledrejection', broke);
  addEventListener('error', broke, true);
})();
