// Has the browser fetch at once what the page's script is going to ask for. A browser without WASM does not ask.
if (globalThis.WebAssembly) for (const hint of hints) document.head.append(Object.assign(document.createElement("link"), hint));
