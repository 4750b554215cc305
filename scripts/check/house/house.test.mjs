// The check of the house on a small house of its own: a check that cannot fail is worthless.

import assert from "node:assert/strict";
import { test } from "node:test";

import { paths } from "./paths.mjs";
import { judged, violations } from "./rules.mjs";

const app = {
  name: "fixture_app",
  src: "app/src",
  areas: ["order", "customer"],
  kit: ["ui"],
  knows: {},
  never: ["sqlx"],
  layers: {},
};
const server = {
  name: "fixture_server",
  src: "server/src",
  areas: ["customer", "invitation", "order"],
  kit: ["pipeline", "demo", "jobs", "testing"],
  knows: {
    demo: { why: "shows everything" },
    "jobs::registry": { of: ["customer"], why: "lists them" },
    testing: { inside: true, why: "puts things there" },
  },
  never: [],
  layers: { command: ["crate::web", "http"], store: ["http", "crate::*::command"] },
};

const whole = {
  "lib.rs": "mod customer; mod invitation; mod order; mod pipeline; mod demo;",
  "customer.rs": "mod command; mod store; pub use store::Row;",
  "customer/store.rs": "pub struct Row;",
  "customer/command.rs": "",
  "invitation.rs": "mod command;",
  "invitation/command.rs": "",
  "order.rs": "mod command; mod store;",
  "order/command.rs": "",
  "order/store.rs": "",
  "pipeline.rs": "",
};

function house(files, pages = {}) {
  const sources = new Map([
    [app.name, new Map(Object.entries({ "order.rs": "", "order/model.rs": "", "customer.rs": "", ...pages }))],
    [server.name, new Map(Object.entries({ ...whole, ...files }))],
  ]);
  return violations([app, server], sources).map(({ file, line, path, wrong }) => ({ file, line, path, wrong }));
}

const only = (found) => {
  assert.equal(found.length, 1, JSON.stringify(found, null, 2));
  return found[0];
};

test("what an area's own file re-exports is for all", () => {
  assert.deepEqual(house({ "order/command.rs": "use crate::customer::Row;\nuse crate::pipeline::Unit;" }), []);
});

test("what lies below it is not, and the line says so", () => {
  const found = only(house({ "order/command.rs": "use crate::{\n    pipeline,\n    customer::store::{self, Row},\n};" }));
  assert.deepEqual(found, {
    file: "server/src/order/command.rs",
    line: 3,
    path: "crate::customer::store",
    wrong: "reaches into customer",
  });
});

test("the face of a layer is for all, where the plan opens it, and what lies below it is not", () => {
  const open = { ...server, doors: ["command"] };
  const with_ = (code) => {
    const files = { ...whole, "customer/command/save.rs": "", "order/command.rs": code };
    return violations([open], new Map([[open.name, new Map(Object.entries(files))]]));
  };
  assert.deepEqual(with_("use crate::customer::command::Save;"), []);
  const found = only(with_("use crate::customer::command::save::Save;"));
  assert.equal(found.todo, "re-export it in server/src/customer/command.rs and use `crate::customer::command::Save`");
  assert.equal(only(with_("use crate::customer::store::Row;")).wrong, "reaches into customer");
});

test("neither by super, nor in the middle of code, nor by way of a name", () => {
  for (const code of [
    "use super::super::customer::store::Row;",
    "fn f() { let row = crate::customer::store::Row::new(); }",
    "use crate::customer;\nfn f() { customer::store::save(); }",
    "use crate::customer as others;\nfn f() { others::store::save(); }",
    "mod inner { use super::super::super::customer::store::Row; }",
    "pub(crate) use crate::customer::store::*;",
  ]) {
    assert.equal(only(house({ "order/command.rs": code })).wrong, "reaches into customer", code);
  }
});

test("an area in another crate is the same area", () => {
  const reads = "use fixture_app::order::model::Row;";
  assert.deepEqual(house({ "order/store.rs": reads }), []);
  assert.equal(only(house({ "customer/store.rs": reads })).wrong, "reaches into order");
});

test("comments, strings and tests name what they like", () => {
  const silent = [
    "/// See [`crate::customer::store::Row`].",
    "/* crate::customer::store /* nested */ crate::customer::store::Row */",
    'const TEXT: &str = "crate::customer::store::Row";',
    'const RAW: &str = r#"a " crate::customer::store::Row"#;',
    "const QUOTE: char = '\"'; const AGAIN: char = '\\'';",
    "fn f<'a>(it: &'a str) -> &'a str { it }",
    "mod tests { use crate::customer::store::Row; }",
  ].join("\n");
  assert.deepEqual(house({ "order/command.rs": silent, "order/tests.rs": "use crate::customer::store::Row;" }), []);
  const after = `${silent}\nuse crate::customer::store::Row;`;
  assert.equal(only(house({ "order/command.rs": after })).line, 8);
});

test("the kit knows no area, what puts areas together does", () => {
  const uses = "use crate::customer::Row;";
  assert.equal(only(house({ "pipeline.rs": uses })).wrong, "pipeline is kit and knows no area");
  assert.deepEqual(house({ "demo.rs": uses, "lib.rs": uses, "jobs/registry.rs": uses }), []);
  assert.equal(only(house({ "jobs/worker.rs": uses })).wrong, "jobs is kit and knows no area");
  const others = "use crate::order::Line;";
  assert.equal(only(house({ "jobs/registry.rs": others })).wrong, "jobs is kit and knows no area");
  const inside = "use crate::customer::store::Row;";
  assert.equal(only(house({ "demo.rs": inside })).wrong, "reaches into customer");
  assert.deepEqual(house({ "testing/given.rs": inside }), []);
});

test("commands and stores know no browser, stores no command", () => {
  assert.equal(only(house({ "order/command.rs": "use http::HeaderMap;" })).wrong, "a command never names http");
  assert.equal(
    only(house({ "order/command/place.rs": "fn f(it: crate::web::Cookie) {}" })).wrong,
    "a command never names crate::web",
  );
  assert.equal(
    only(house({ "order/store.rs": "use super::command::Place;" })).wrong,
    "a store never names crate::*::command",
  );
  assert.deepEqual(house({ "order.rs": "use http::HeaderMap;" }), []);
});

test("pages know no database", () => {
  assert.equal(only(house({}, { "order/page.rs": "use sqlx::PgPool;" })).wrong, "app/src never names sqlx");
});

test("a module without a place in the table is asked for one", () => {
  assert.equal(only(house({ "referral/store.rs": "" })).wrong, "is neither an area nor kit");
});

test("areas that use each other by way of a third are a circle", () => {
  const found = only(
    house({
      "order.rs": "pub use crate::customer::Row;",
      "customer.rs": "mod store; pub use store::Row; use crate::invitation::Token;",
      "invitation.rs": "use crate::order::Line;",
    }),
  );
  assert.equal(found.path, "customer <-> invitation <-> order");
  assert.deepEqual(house({ "order.rs": "use crate::customer::Row;", "invitation.rs": "use crate::order::Line;" }), []);
});

test("an exception covers what it names, and is missed when there is nothing to cover", () => {
  const found = [{ file: "server/src/a.rs", path: "crate::b::store::Row", line: 1, wrong: "reaches into b", todo: "" }];
  const exact = { file: "server/src/a.rs", path: "crate::b::store::Row", why: "" };
  const all = { file: "server/src/*", path: "crate::b::*", wrong: "reaches into", why: "" };
  const other = { file: "server/src/a.rs", path: "crate::b::store", why: "" };
  assert.deepEqual(judged(found, [exact]), { broken: [], idle: [] });
  assert.deepEqual(judged(found, [all]), { broken: [], idle: [] });
  assert.deepEqual(judged(found, [other]), { broken: found, idle: [other] });
});

test("every form of a use line is read", () => {
  const code = `
    use crate::a;
    pub(in crate::x) use crate::{b::{C, D as E}, f::*, self};
    #[cfg(test)] use self::g::h;
    use ::http::Uri;
    fn f() -> impl Sized + use<'_> { r#match::it() }`;
  const written = paths(code, ["here"]).map(({ path }) => path.join("::"));
  for (const path of ["crate::a", "crate::b::C", "crate::b::D", "crate::f", "crate", "crate::here::g::h", "http::Uri"]) {
    assert.ok(written.includes(path), `${path} in ${written}`);
  }
});

test("a function of its module's name is what its face re-exports, at every depth", () => {
  const open = { ...server, doors: ["words"] };
  const with_ = (code) => {
    const words = { "customer/words.rs": "mod role; pub use role::role;", "customer/words/role.rs": "" };
    const files = { ...whole, ...words, "customer.rs": "pub mod words;", "order/command.rs": code };
    return violations([open], new Map([[open.name, new Map(Object.entries(files))]]));
  };
  assert.deepEqual(with_("fn f() { crate::customer::words::role(); }"), []);
  assert.equal(only(with_("fn f() { crate::customer::words::role::other(); }")).wrong, "reaches into customer");
});
