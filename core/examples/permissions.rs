//! Prints the table of permissions.
//!
//! `cargo run -p tierline-core --example permissions > core/permissions.md`

fn main() {
    print!("{}", tierline_core::permission::markdown());
}
