// For pages that have no module: what forms and links cannot do by themselves.

// Only the first of two clicks counts: the answer to it would be lost otherwise, and with it secrets that are shown once.
// A browser that comes back to the page shows it as it was left.
const sent = new WeakSet();
addEventListener("submit", (event) => {
  const form = event.target;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  setTimeout(() => sent.delete(form), 5000);
});

for (const button of document.querySelectorAll(".field-reveal")) {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    field.type = field.type === "password" ? "text" : "password";
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  });
}

document.documentElement.dataset.alive = "plain";
