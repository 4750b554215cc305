// Menus and the drawer work without any script; with it, Escape, a press elsewhere and a followed link close them too, as
// they close a popover.
const openMenus = () => document.querySelectorAll(".top-bar details[open], .column-chooser[open]");
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  },
  true,
);
addEventListener(
  "click",
  ({ target }) => {
    for (const menu of openMenus()) {
      if (!menu.contains(target) || target.closest("nav a")) menu.open = false;
    }
  },
  true,
);
// A question that a menu asks closes the menu, whose button has the focus again when the question is answered.
addEventListener("click", ({ target }) => target.closest("[popover] [commandfor]")?.closest("[popover]").hidePopover(), true);
// A filter applies as it is chosen; pages without scripts have a button for it.
addEventListener("change", ({ target }) => target.matches(".filter-bar select") && target.form.requestSubmit(), true);
