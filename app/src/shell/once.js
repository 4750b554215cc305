// Only the first of two clicks counts where nothing else guards a form: the answer to it would be lost otherwise, and with
// it secrets that are shown once. A browser that comes back to the page shows it as it was left.
const sent = new WeakSet();
addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    // A page that is alive guards its own.
    if (document.documentElement.dataset.alive === "") return;
    if (sent.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sent.add(form);
    setTimeout(() => sent.delete(form), 5000);
  },
  true,
);
