// The menus of the top bar and the drawer work without any script; with it, Escape, a press elsewhere and a followed link
// close them too, as they close a popover.
const openMenus = () => document.querySelectorAll(".top-bar details[open]");
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
