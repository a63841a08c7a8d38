// Runs before the first paint, so a remembered theme never flashes. Kept outside the bundle because a bundle is deferred.
try {
  const theme = localStorage.getItem("atrium.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be denied; the system theme is the answer then.
}
