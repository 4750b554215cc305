// Starts the browser's half of a page. Before it is up, after a failed start and after a panic, the page is what the
// server sent: links and forms that load documents.
const root = document.documentElement;
const address = () => location.pathname + location.search;
let stopped = false;
let stoppedAt;

// Of the listeners on a window, those that were added first are called first, so nothing of the browser's half hears of
// an event once it has stopped.
const kinds = ["click", "submit", "input", "change", "keydown", "keyup", "pointerover", "focusin", "focusout", "toggle", "close", "popstate"];
for (const kind of kinds) {
  addEventListener(
    kind,
    (event) => {
      if (!stopped) return;
      event.stopImmediatePropagation();
      // The browser has gone back to another page, and nobody else shows it. A link within the page only scrolls.
      if (kind === "popstate" && address() !== stoppedAt) location.reload();
    },
    true,
  );
}

function stop() {
  if (stopped) return;
  stopped = true;
  stoppedAt = address();
  // A page that was never alive has lost nothing.
  if (root.dataset.alive === "") {
    const notice = document.getElementById("stopped").content.cloneNode(true);
    (document.querySelector("main") ?? document.body).prepend(notice);
  }
  root.dataset.alive = "plain";
}

const isFatal = (error) => error instanceof (globalThis.WebAssembly?.RuntimeError ?? stop);
addEventListener("tierline:panic", stop);
addEventListener("error", ({ error }) => isFatal(error) && stop());
addEventListener("unhandledrejection", ({ reason }) => isFatal(reason) && stop());

async function words(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`words: ${answer.status}`);
  return answer.text();
}

async function module() {
  const loader = await import(files.script);
  await loader.default({ module_or_path: files.module });
  return loader;
}

// Those that the first page did without: once, before the module of another page starts. After a failure they are tried
// again.
let more;
const take = (text) => import(files.script).then((loader) => loader.take_words(text));
globalThis.moreWords = () =>
  (more ??= (files.moreWords ? words(files.moreWords).then(take) : Promise.resolve()).catch((error) => {
    more = undefined;
    throw error;
  }));

try {
  const [loader, text] = await Promise.all([module(), words(files.words)]);
  if (await loader.hydrate(text)) {
    if (!stopped) root.dataset.alive = "";
    // The parts that most other pages share, while nothing else is loaded.
    const later = () => [...files.later, files.moreWords].filter(Boolean).forEach((file) => fetch(file, { priority: "low" }).then((answer) => answer.arrayBuffer()).catch(() => {}));
    if (!navigator.connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(later);
  } else {
    stop();
  }
} catch (error) {
  console.error(error);
  stop();
}
