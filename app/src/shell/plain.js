// For pages that have no module: what forms and links cannot do by themselves.

for (const button of document.querySelectorAll(".field-reveal")) {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    field.type = field.type === "password" ? "text" : "password";
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  });
}

document.documentElement.dataset.alive = "plain";
