// Before the first paint, so that nothing flashes in other colours or turns around: what was chosen here before.
{
  const root = document.documentElement;
  const theme = localStorage.getItem('parley.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const language = localStorage.getItem('parley.language');
  if (language) {
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
  }
}
