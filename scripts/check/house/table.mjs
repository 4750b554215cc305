// The plan of the house: the areas of each crate, their shared code, and the paths that each kind of file may not name.
//
// `areas`  folders and files of one area of the program. Another area may use the items of `foo.rs` itself and its
//          re-exports, never code below it.
// `doors`  layers whose face, `foo/LAYER.rs`, is for other areas as well; the code below that is not.
// `kit`    code that all areas share. It knows no area, except for
// `knows`  code that puts areas together: the areas that it may know (all, unless `of` names some), and why. With
//          `inside` it may know the code below their faces too.
// `never`  paths that no file of the crate names.
// `layers` paths that files of a layer never name: a layer is `foo/LAYER.rs`, `foo/LAYER/…` and `foo/LAYER_….rs`.

const areas = [
  "account",
  "activity",
  "agreement",
  "catalog",
  "customer",
  "directory",
  "enrollment",
  "invitation",
  "mail",
  "member",
  "membership",
  "order",
  "organization",
  "overview",
  "partnership",
  "relationship",
  "subscription",
];

const browser = ["crate::web", "axum", "http", "leptos_axum", "tower_http", "tower_sessions"];

export const house = [
  {
    name: "tierline_core",
    src: "core/src",
    areas,
    kit: ["access", "actor", "code", "digest", "event", "ids", "market", "money", "permission", "read", "refusal", "role", "testing", "text"],
    knows: {
      access: { why: "who may do what is one table over all areas" },
      permission: { why: "a row says of which kind of organization, with which capability and grant" },
      event: { why: "an event is one of some area" },
      refusal: { why: "a refusal is one of some area" },
      testing: { why: "its world has one of everything" },
    },
    never: ["tierline_app", "tierline_server", "sqlx", "tokio", "axum", "http", "leptos"],
    layers: {},
  },
  {
    name: "tierline_app",
    src: "app/src",
    areas: [...areas, "demo", "market"],
    doors: ["api", "model", "page", "portal", "routes", "told", "words"],
    kit: [
      "app",
      "backend",
      "context",
      "data",
      "error",
      "form",
      "i18n",
      "lazy",
      "list",
      "portal",
      "refusal",
      "route",
      "shell",
      "timeline",
      "ui",
      "storage",
      "wire",
    ],
    knows: {
      app: { why: "it has every path" },
      backend: { of: ["account"], why: "a server function asks on behalf of somebody" },
      context: { of: ["account"], why: "every page knows who is signed in" },
      portal: { why: "it is the sum of what the areas ask of the server" },
      refusal: { why: "it puts areas' words together: their refusals and actions" },
      timeline: { of: ["organization"], why: "an entry says for whom it was done" },
      "shell::notice_words": { why: "it puts areas' words together: their notices" },
      shell: { of: ["account", "organization"], why: "it shows who is signed in, for whom, and the way out" },
    },
    never: ["tierline_server", "sqlx", "tokio"],
    layers: {},
  },
  {
    name: "tierline_server",
    src: "server/src",
    areas: [...areas, "market"],
    doors: ["cli", "command", "follow", "identity", "pending", "query", "session", "store"],
    kit: [
      "check",
      "cli",
      "clock",
      "cluster",
      "config",
      "database",
      "demo",
      "fault",
      "form_fields",
      "health",
      "jobs",
      "list",
      "lists",
      "logging",
      "mark",
      "metrics",
      "pipeline",
      "secret",
      "serve",
      "shutdown",
      "state",
      "store",
      "testing",
      "web",
      "with_database",
    ],
    knows: {
      config: { of: ["organization"], why: "a setting is the least that every organization requires" },
      check: { why: "it folds the events of every object" },
      "cli::list": { why: "the operator's commands are some area's" },
      "cli::operator": { of: ["account"], why: "a user of the operator asks" },
      "cli::problems": { of: ["organization"], why: "what core says against it is told by its flag" },
      demo: { why: "its world has something of everything" },
      lists: { why: "it has every list that has a page and a file" },
      form_fields: { inside: true, why: "it has the names of the fields of every function" },
      "jobs::expiry": { why: "what time ends and clears away is every area's" },
      pipeline: {
        of: ["account", "activity", "mail", "organization", "partnership", "relationship"],
        why: "every command reads roles, writes history and queues mails; what nothing ties to the reader is not there",
      },
      serve: { why: "it starts what there is to serve" },
      testing: { inside: true, why: "what is given to a test is put where no command would put it" },
      web: {
        of: ["account", "directory", "invitation", "member", "overview"],
        why: "a request is somebody's, by a session; a browser keeps the links that it made; a page's navigation says how much waits; search engines get a map of the directory",
      },
    },
    never: [],
    layers: {
      command: browser,
      query: browser,
      store: [...browser, "crate::*::command", "crate::*::query"],
    },
  },
];
